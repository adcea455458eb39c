// How does Discord show its Markdown? The tree that the parser makes of a text, as elements.

import { parse } from "discord-markdown-parser";
import { h, link } from "./dom";
import { channel, named, state } from "./state";

type Node_ = Record<string, any>;

export function markdown(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const line of blocks(text)) fragment.append(line);
  return fragment;
}

/** Headings, lists and subtext are lines of their own; what stands between them goes to the parser. */
function blocks(text: string): Node[] {
  const shown: Node[] = [];
  let plain: string[] = [], fence = false;
  const flush = () => {
    if (plain.length) shown.push(h("div", { class: "text" }, ...nodes(parse(plain.join("\n"), "extended"))));
    plain = [];
  };
  for (const line of longIds(text).split("\n")) {
    const fences = line.match(/```/g)?.length ?? 0;
    const found = fence || fences ? null : /^(#{1,3}|-#) +(\S.*)$|^( *)([-*]|\d+\.) +(\S.*)$/.exec(line);
    if (fences % 2) fence = !fence;
    if (!found) { plain.push(line); continue; }
    flush();
    const inner = nodes(parse(found[2] ?? found[5], "extended"));
    if (found[1] === "-#") shown.push(h("div", { class: "subtext" }, ...inner));
    else if (found[1]) shown.push(h("div", { class: `heading h${found[1].length}`, role: "heading", "aria-level": found[1].length + 2 }, ...inner));
    else shown.push(h("div", { class: found[3] ? "item deep" : "item" }, h("span", { class: "bullet" }, /\d/.test(found[4]) ? found[4] : "•"), h("div", {}, ...inner)));
  }
  flush();
  return shown;
}

/** The ids of this server are short; the parser knows those of Discord, which have 17 digits and more. */
const longIds = (text: string): string =>
  text.replace(/<(@[!&]?|#|\/[^:<>\n]+:)(\d{1,16})>/g, (_, what: string, id: string) => `<${what}${id.padStart(18, "0")}>`);
const short = (id: unknown): string => String(id).replace(/^0+/, "");

const inside = (node: Node_): (Node | string)[] =>
  Array.isArray(node.content) ? nodes(node.content) : [String(node.content ?? "")];

function nodes(tree: Node_[]): (Node | string)[] {
  return tree.map(element);
}

function element(node: Node_): Node | string {
  switch (node.type) {
    case "text": return String(node.content);
    case "br": case "newline": return h("br");
    case "strong": return h("strong", {}, ...inside(node));
    case "em": return h("em", {}, ...inside(node));
    case "underline": return h("u", {}, ...inside(node));
    case "strikethrough": return h("s", {}, ...inside(node));
    case "inlineCode": return h("code", {}, String(node.content));
    case "codeBlock": return h("pre", { tabindex: 0 }, h("code", {}, String(node.content)));
    case "blockQuote": return h("blockquote", {}, ...inside(node));
    case "spoiler": return spoiler(inside(node));
    case "url": case "autolink": case "masked": case "link": return link(String(node.target ?? ""), ...inside(node));
    case "user": return mention(`@${named(short(node.id))}`);
    case "channel": return mention(`#${channel(short(node.id))?.name ?? "unknown"}`);
    case "role": return mention("@role");
    case "everyone": case "here": return mention(`@${node.type}`);
    case "slashCommand": case "slash": return mention(`/${node.name ?? node.content ?? ""}`);
    case "twemoji": return String(node.name);
    case "emoji": return `:${node.name}:`;
    case "emoticon": return String(node.content);
    case "timestamp": return time(Number(node.timestamp), node.format ?? node.style ?? "f");
    default: return h("span", {}, ...inside(node));
  }
}

const mention = (text: string): Node => h("span", { class: "mention" }, text);

function spoiler(content: (Node | string)[]): Node {
  const hidden = h("span", { class: "inner" }, ...content);
  const shown = h("button", { type: "button", class: "spoiler", "aria-expanded": "false", "aria-label": "Spoiler", onclick: () => {
    shown.classList.add("open"); shown.setAttribute("aria-expanded", "true"); shown.removeAttribute("aria-label");
  } }, hidden);
  return shown;
}

function time(seconds: number, format: string): Node {
  const date = new Date(seconds * 1000);
  const locale = state.people.find((person) => person.id === state.me)?.locale;
  const styles: Record<string, Intl.DateTimeFormatOptions> = {
    t: { timeStyle: "short" }, T: { timeStyle: "medium" }, d: { dateStyle: "short" }, D: { dateStyle: "long" },
    f: { dateStyle: "long", timeStyle: "short" }, F: { dateStyle: "full", timeStyle: "short" },
  };
  const full = new Intl.DateTimeFormat(locale, styles.F).format(date);
  const shown = format === "R" ? relative(date, locale) : new Intl.DateTimeFormat(locale, styles[format] ?? styles.f).format(date);
  return h("time", { datetime: date.toISOString(), title: full }, shown);
}

export function relative(date: Date, locale?: string): string {
  const seconds = (date.getTime() - Date.now()) / 1000;
  const units: [Intl.RelativeTimeFormatUnit, number][] =
    [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? units[5];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}
