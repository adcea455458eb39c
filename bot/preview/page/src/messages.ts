// How does a message look? Its author, what it replies to, its text and components, reactions, and what can be done.

import { component } from "./components";
import { h } from "./dom";
import { act } from "./live";
import { markdown } from "./markdown";
import { BOT, EPHEMERAL, local, me, named, state, visible, type Message } from "./state";
import { inspect } from "./inspector";

const MANAGES = 1 << 13;

export interface Doing { reply(message: Message): void; edit(message: Message): void }

export function list(doing: Doing): Node[] {
  const shown = [...state.messages.values()].filter(visible).sort((a, b) => Number(a.id) - Number(b.id));
  return shown.map((message, at) => element(message, shown[at - 1], doing));
}

function element(message: Message, before: Message | undefined, doing: Doing): Node {
  const isBot = message.author.id === BOT, isPrivate = Boolean((message.flags ?? 0) & EPHEMERAL);
  const name = named(message.author.id), when = new Date(message.timestamp);
  const follows = before && before.author.id === message.author.id && !message.referenced_message && !message.asked_by &&
    when.getTime() - new Date(before.timestamp).getTime() < 420_000;
  const time = new Intl.DateTimeFormat(me().locale, { hour: "numeric", minute: "2-digit" }).format(when);
  const mentions = message.content.includes(`<@${state.me}>`) || message.referenced_message?.author.id === state.me;
  return h("article", { class: `message${follows ? " follows" : ""}${isPrivate ? " private" : ""}${mentions ? " mentions" : ""}`, "data-message": message.id, tabindex: 0, "aria-label": `${name}, ${time}` },
    above(message),
    follows ? h("time", { class: "aside" }, time) : avatar(message.author.id),
    h("div", { class: "content" },
      !follows && h("header", {}, nameOf(message.author.id), isBot && h("span", { class: "app" }, "APP"),
        h("time", { datetime: message.timestamp }, time)),
      message.thinking ? h("div", { class: "thinking" }, h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")), "Quoth is thinking …")
        : h("div", { class: "said" }, markdown(message.content)),
      ...(message.components ?? []).map((one) => component(one, message)),
      message.edited_timestamp && h("span", { class: "edited" }, "(edited)"),
      reactions(message),
      isPrivate && h("div", { class: "only-you" }, "👁 Only you can see this · ", h("button", { type: "button", class: "plain", onclick: () => { state.messages.delete(message.id); document.querySelector(`[data-message="${message.id}"]`)?.remove(); } }, "Dismiss message"))),
    bar(message, doing));
}

export function avatar(id: string): Node {
  const shown = h("span", { class: "avatar", "aria-hidden": "true" }, id === BOT ? "❝" : named(id)[0]);
  shown.style.setProperty("--colour", state.people.find((person) => person.id === id)?.colour ?? "#5865f2");
  return shown;
}

function nameOf(id: string): Node {
  return h("span", { class: "name" }, named(id));
}

function above(message: Message): Node | null {
  const other = message.referenced_message;
  if (other) {
    const text = other.content || other.components?.flatMap((c) => c.components ?? [c]).find((c) => c.content)?.content || "…";
    return h("div", { class: "above" }, avatar(other.author.id), h("b", {}, `@${named(other.author.id)}`), h("span", { class: "cut" }, text.replace(/<@!?100>/g, "@Quoth").replace(/[*#>`\\]|^-# /g, "").slice(0, 120)));
  }
  if (message.asked_by?.what)
    return h("div", { class: "above" }, avatar(message.asked_by.id), h("b", {}, named(message.asked_by.id)), " used ", h("span", { class: "mention" }, `/${message.asked_by.what}`));
  return null;
}

function reactions(message: Message): Node | null {
  const found = Object.entries(message.reacted ?? {});
  if (!found.length) return null;
  return h("div", { class: "reactions" }, ...found.map(([emoji, by]) => {
    const shown = safe(emoji);
    return h("button", { type: "button", class: by.includes(state.me) ? "reaction mine" : "reaction", "aria-pressed": String(by.includes(state.me)), "aria-label": `${shown}, ${by.length}`,
      onclick: () => act("react", { message: message.id, emoji }) }, shown, h("b", {}, String(by.length)));
  }));
}

const safe = (emoji: string): string => { try { return decodeURIComponent(emoji); } catch { return emoji; } };

function bar(message: Message, doing: Doing): Node {
  const mine = message.author.id === state.me, id = message.id;
  const tool = (label: string, sign: string, onclick: () => void) => h("button", { type: "button", "aria-label": label, title: label, onclick }, sign);
  const menus = state.commands.filter((command) => command.type === 3);
  return h("div", { class: "bar", role: "group", "aria-label": "Message actions" },
    tool("Add 👍", "👍", () => act("react", { message: id, emoji: "👍" })),
    tool("Reply", "↩", () => doing.reply(message)),
    mine && tool("Edit", "✎", () => doing.edit(message)),
    (mine || Boolean(me().rights & MANAGES)) && tool("Delete", "🗑", () => act("delete", { message: id })),
    message.trace?.request && tool("Inspect", "{}", () => inspect(message)),
    ...menus.map((command) => h("button", { type: "button", class: "menu", title: `Apps ▸ ${local(command, "name")}`, onclick: () => act("menu", { name: command.name, message: id }) }, local(command, "name"))));
}
