// How does one write? A line for messages; after a slash the commands, each with its fields and live completion.

import { h } from "./dom";
import { act } from "./live";
import { channel, local, me, state, type Command, type Message, type Option } from "./state";

const ALL = 64n | 1024n | 2048n | 65536n | 274877906944n;
let answering: Message | undefined, editing: Message | undefined, command: Command | undefined;
let choicesFor = "", showChoices: ((choices: { name: string; value: string }[]) => void) | undefined;

export const box = h("section", { id: "composer", "aria-label": "Write" });

export function reply(message: Message): void { answering = message; editing = undefined; command = undefined; draw(); }
export function edit(message: Message): void { editing = message; answering = undefined; command = undefined; draw(message.content); }
export function reset(): void { answering = editing = command = undefined; draw(); }
export function choices(token: string, found: { name: string; value: string }[]): void { if (token === choicesFor) showChoices?.(found); }

export function draw(text = ""): void {
  box.replaceChildren(...(command ? fields(command) : line(text)));
  box.querySelector<HTMLElement>("textarea, input")?.focus();
}

function line(text: string): Node[] {
  const where = channel(state.channel)!;
  const label = where.type === 1 ? "Message @Quoth" : `Message #${where.name}`;
  const menu = h("ul", { id: "commands", role: "listbox", "aria-label": "Commands", hidden: true });
  const input = h("textarea", { rows: 1, "aria-label": label, placeholder: label, maxlength: 2000, role: "combobox", "aria-expanded": "false", "aria-controls": "commands", "aria-autocomplete": "list",
    oninput: () => suggest(), onkeydown: (event: KeyboardEvent) => keys(event) });
  input.value = text;
  let found: Command[] = [], at = 0;
  const suggest = () => {
    const typed = /^\/(\S*)$/.exec(input.value)?.[1]?.toLowerCase();
    found = typed === undefined ? [] : state.commands.filter((one) => (one.type ?? 1) === 1 && allowed(one) && local(one, "name").startsWith(typed));
    at = 0;
    menu.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    mark(menu, input, found.map((one, number) => row(`command-${number}`, `/${local(one, "name")}`, local(one, "description"), () => pick(one))), at);
  };
  const pick = (one: Command) => { command = one; draw(); };
  const keys = (event: KeyboardEvent) => {
    if (found.length && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      at = (at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      mark(menu, input, [...menu.children] as HTMLElement[], at);
      event.preventDefault();
    } else if (found.length && ["Enter", "Tab"].includes(event.key)) { event.preventDefault(); pick(found[at]); }
    else if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); send(input.value); }
    else if (event.key === "Escape") reset();
  };
  const note = answering ? "Replying" : editing ? "Editing a message" : "";
  return [menu, ...(note ? [h("div", { class: "note" }, note, h("button", { type: "button", class: "plain", "aria-label": "Cancel", onclick: reset }, "✕"))] : []),
    h("div", { class: "line" }, input, h("button", { type: "button", class: "send", "aria-label": "Send", onclick: () => send(input.value) }, "➤"))];
}

const allowed = (one: Command): boolean => !(BigInt(one.default_member_permissions ?? 0) & ~(BigInt(me().rights) | ALL));

async function send(typed: string): Promise<void> {
  const text = typed.trim().replace(/@Quoth\b/g, "<@100>");
  if (!text) return;
  const done = editing ? act("edit", { message: editing.id, text }) : act("say", { text, answering: answering?.id });
  reset();
  if ((await done).error) draw(typed);
}

function row(id: string, title: string, more: string, pick: () => void): HTMLElement {
  return h("li", { id, role: "option", onmousedown: (event: Event) => { event.preventDefault(); pick(); } }, h("b", {}, title), h("span", {}, more));
}

function mark(menu: HTMLElement, input: HTMLElement, rows: HTMLElement[], at: number): void {
  rows.forEach((one, number) => one.setAttribute("aria-selected", String(number === at)));
  menu.replaceChildren(...rows);
  if (rows[at]) { input.setAttribute("aria-activedescendant", rows[at].id); rows[at].scrollIntoView({ block: "nearest" }); }
  else input.removeAttribute("aria-activedescendant");
}

function fields(one: Command): Node[] {
  const filled: Record<string, () => unknown> = {};
  const menu = h("ul", { id: "choices", role: "listbox", "aria-label": "Choices", hidden: true });
  const values = () => Object.fromEntries(Object.entries(filled).map(([name, value]) => [name, value()]).filter(([, value]) => value !== ""));
  const run = async () => {
    const options = values();
    const missing = one.options?.find((option) => option.required && !(option.name in options));
    if (missing) { box.querySelector<HTMLElement>(`[name="${missing.name}"]`)?.focus(); return; }
    const done = act("command", { name: one.name, options });
    reset();
    await done;
  };
  const inputs = (one.options ?? []).map((option) => h("label", { class: "option" }, h("span", {}, local(option, "name"), option.required && " *"), input(option, filled, menu, () => act("complete", { name: one.name, options: values(), focused: option.name }))));
  return [menu, h("form", { class: "command", "aria-label": `/${one.name}`, onsubmit: (event: Event) => { event.preventDefault(); run(); }, onkeydown: (event: KeyboardEvent) => { if (event.key === "Escape") reset(); } },
    h("b", { class: "mention" }, `/${local(one, "name")}`), ...inputs,
    h("button", { type: "submit", class: "send", "aria-label": "Send" }, "➤"), h("button", { type: "button", class: "plain", "aria-label": "Cancel", onclick: reset }, "✕"))];
}

function input(option: Option, filled: Record<string, () => unknown>, menu: HTMLElement, complete: () => Promise<Record<string, any>>): HTMLElement {
  const title = local(option, "description");
  if (option.type === 5 || option.choices) {
    const known = option.choices?.map((c) => [String(c.value), local(c, "name")]) ?? [["true", "True"], ["false", "False"]];
    const shown = h("select", { name: option.name, title }, h("option", { value: "" }, "–"), ...known.map(([value, name]) => h("option", { value }, name)));
    filled[option.name] = () => (option.type === 5 && shown.value ? shown.value === "true" : shown.value);
    return shown;
  }
  const shown = h("input", { name: option.name, type: "text", autocomplete: "off", title, placeholder: title, maxlength: option.max_length ?? 6000 });
  let value: string | undefined, found: { name: string; value: string }[] = [], at = 0, timer = 0;
  filled[option.name] = () => value ?? shown.value.trim();
  if (!option.autocomplete) return shown;
  const pick = (choice: { name: string; value: string }) => { shown.value = choice.name; value = choice.value; hide(); };
  const hide = () => { found = []; menu.hidden = true; shown.setAttribute("aria-expanded", "false"); shown.removeAttribute("aria-activedescendant"); };
  const rows = () => mark(menu, shown, found.map((choice, number) => row(`choice-${number}`, choice.name, "", () => pick(choice))), at);
  const ask = () => { clearTimeout(timer); timer = window.setTimeout(async () => {
    showChoices = (choices) => { found = choices; at = 0; menu.hidden = !found.length; shown.setAttribute("aria-expanded", String(found.length > 0)); rows(); };
    choicesFor = (await complete()).token ?? "";
  }, 120); };
  for (const [name, said] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", "choices"], ["aria-autocomplete", "list"]]) shown.setAttribute(name, said);
  shown.addEventListener("input", () => { value = undefined; ask(); });
  shown.addEventListener("focus", ask);
  shown.addEventListener("blur", () => { clearTimeout(timer); showChoices = undefined; hide(); });
  shown.addEventListener("keydown", (event) => {
    if (!found.length) return;
    if (["ArrowDown", "ArrowUp"].includes(event.key)) { at = (at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length; rows(); event.preventDefault(); }
    else if (["Enter", "Tab"].includes(event.key)) { pick(found[at]); event.preventDefault(); }
    else if (event.key === "Escape") { hide(); event.stopPropagation(); }
  });
  return shown;
}
