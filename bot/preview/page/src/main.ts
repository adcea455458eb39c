// What is on the page? Channels and people at the left, what was said in the middle, the inspector at the right.

import "./style.css";
import * as composer from "./composer";
import { documents } from "./documents";
import { h, kept } from "./dom";
import { act, connect } from "./live";
import { avatar, list } from "./messages";
import { modal } from "./modal";
import { channel, DIRECT, FORUM, me, state, type Channel } from "./state";

const log = h("div", { id: "log", role: "log", "aria-label": "Messages", "aria-live": "polite", tabindex: 0 });
const side = h("nav", { id: "side", "aria-label": "Channels and people" });
const head = h("header", { id: "head" });
const said = h("div", { id: "said", role: "status" });
const typing = h("div", { id: "typing", "aria-live": "polite" });
const inspector = h("aside", { id: "inspector", "aria-label": "Inspector", hidden: true });
document.querySelector("#page")!.append(side, h("main", {}, head, log, said, typing, composer.box), inspector);
document.documentElement.dataset.theme = localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark");

const TROUBLES: [string, string][] = [["slow", "Slow network"], ["limit", "Rate limit, once"], ["drop", "Drop the connection"], ["restart", "Restart the bot"], ["right", "Take the right to write"]];

function drawSide(): void {
  const open = (one: Channel, sign: string) => h("button", { type: "button", class: one.parent_id && one.type > 9 ? "channel thread" : "channel", "aria-current": one.id === state.channel ? "page" : undefined, onclick: () => go(one.id) }, h("span", { "aria-hidden": "true" }, sign), one.name);
  const roots = state.channels.filter((one) => ![10, 11, 12].includes(one.type));
  const below = (id: string) => state.channels.filter((one) => one.parent_id === id && [10, 11, 12].includes(one.type));
  const people = h("select", { id: "me", onchange: () => { state.me = people.value; draw(); composer.reset(); } }, ...state.people.map((person) => h("option", { value: person.id, selected: person.id === state.me }, `${person.name} · ${person.role} · ${person.locale}`)));
  const isOn: Record<string, boolean> = { slow: state.delay > 0, right: state.forbidden };
  side.replaceChildren(
    h("h1", {}, "Quoth’s preview"),
    h("div", { class: "channels" },
      ...roots.flatMap((one) => [open(one, one.type === FORUM ? "▤" : "#"), ...below(one.id).map((thread) => open(thread, "↳"))]),
      h("h2", {}, "Direct messages"), open(channel(DIRECT)!, "@")),
    h("button", { type: "button", class: "channel", onclick: documents }, "Documents"),
    h("details", { class: "trouble" }, h("summary", {}, "Trouble"), ...TROUBLES.map(([what, label]) => h("button", { type: "button", class: "button secondary", "aria-pressed": what in isOn ? String(isOn[what]) : undefined, onclick: () => act("trouble", { what }) }, label))),
    h("div", { class: "me" }, avatar(state.me), h("label", {}, h("span", {}, "You are"), people),
      h("button", { type: "button", id: "theme", "aria-label": "Dark or light", onclick: () => {
        const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
        localStorage.setItem("theme", document.documentElement.dataset.theme = theme);
      } }, "◐")));
}

function go(id: string): void {
  state.channel = id;
  document.body.classList.remove("open");
  draw();
  composer.reset();
}

function draw(): void {
  const wasOpen = side.querySelector("details")?.open;
  drawSide();
  if (wasOpen) side.querySelector("details")!.open = true;
  const here = channel(state.channel)!;
  const thread = h("button", { type: "button", class: "plain", onclick: async () => {
    const title = prompt("Title of the thread");
    if (title) { const done = await act("thread", { title }); if (done.opened) go(done.opened); }
  } }, "New thread");
  head.replaceChildren(...kept(
    h("button", { type: "button", id: "burger", "aria-label": "Channels and people", onclick: () => document.body.classList.toggle("open") }, "☰"),
    h("h2", {}, `${here.type === 1 ? "@" : here.type === FORUM ? "▤ " : "#"}${here.name}`), h("span", { class: "topic" }, here.topic ?? ""),
    here.type === 0 && thread));
  drawLog(true);
}

function drawLog(jump = false): void {
  const here = channel(state.channel)!;
  const isForum = here.type === FORUM;
  composer.box.hidden = isForum;
  if (isForum) { log.replaceChildren(...forum(here)); return; }
  const low = jump || log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  const focused = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>("[data-message]")?.dataset.message;
  const messages = list(composer);
  const tags = (here.applied_tags ?? []).map((id) => channel(here.parent_id ?? "")?.available_tags?.find((tag) => tag.id === id)?.name).filter(Boolean);
  log.replaceChildren(h("div", { class: "beginning" }, h("b", {}, here.type === 1 ? "Quoth" : here.type === 0 ? `Welcome to #${here.name}!` : here.name), ...tags.map((tag) => h("span", { class: "tag" }, tag!)), h("p", {}, here.topic ?? (here.type === 1 ? "What you write here only Quoth reads." : ""))), ...messages);
  if (focused) log.querySelector<HTMLElement>(`[data-message="${focused}"]`)?.focus({ preventScroll: true });
  if (low) log.scrollTop = log.scrollHeight;
}

function forum(here: Channel): Node[] {
  const posts = state.channels.filter((one) => one.parent_id === here.id);
  const title = h("input", { type: "text", required: true, maxlength: 100, "aria-label": "Title", placeholder: "Title" });
  const text = h("textarea", { rows: 3, required: true, maxlength: 2000, "aria-label": "Message", placeholder: "Your question" });
  const form = h("form", { class: "new-post", onsubmit: async (event: Event) => {
    event.preventDefault();
    const done = await act("post", { title: title.value, text: text.value });
    if (done.opened) go(done.opened);
  } }, title, text, h("button", { type: "submit", class: "button primary" }, "Post"));
  return [form, ...posts.map((post) => h("button", { type: "button", class: "post", onclick: () => go(post.id) }, h("b", {}, post.name),
    ...(post.applied_tags ?? []).map((id) => h("span", { class: "tag" }, here.available_tags?.find((tag) => tag.id === id)?.name ?? "")),
    h("span", {}, state.messages.get(post.id)?.content ?? "")))];
}

let clear = 0, logins = 0;
function tell(text: string): void {
  said.textContent = text;
  clearTimeout(clear);
  clear = window.setTimeout(() => (said.textContent = ""), 8000);
}

connect((event) => {
  switch (event.t) {
    case "state": draw(); composer.reset(); document.body.dataset.ready = ""; break;
    case "message": typing.textContent = ""; drawLog(); break;
    case "deleted": case "commands": drawLog(); break;
    case "channel": draw(); break;
    case "connected": tell("Quoth is online."); document.body.dataset.logins = String(++logins); break;
    case "trouble": draw(); tell(`${TROUBLES.find(([what]) => what === event.what)?.[1] ?? ""}: done`); break;
    case "typing": if (event.channel === state.channel) typing.textContent = "Quoth is typing …"; break;
    case "choices": composer.choices(event.token, event.choices); break;
    case "modal": if (event.to === me().id) modal(event.modal); break;
    case "refused": tell(`Discord has refused ${event.method} ${event.path.replace(/interaction-\d+/, "…")} with ${event.status}.`);
  }
}, tell);
