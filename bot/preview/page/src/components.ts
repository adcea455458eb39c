// How does Discord show the components of a message? Containers, sections, texts, buttons and selects.

import { citation } from "./documents";
import { h, link } from "./dom";
import { act } from "./live";
import { markdown } from "./markdown";
import { channel, state, type Component, type Message } from "./state";

export function component(one: Component, message: Message): Node {
  const inside = (): Node[] => (one.components ?? []).map((child: Component) => component(child, message));
  switch (one.type) {
    case 1: return h("div", { class: "row" }, ...inside());
    case 2: return button(one, message);
    case 3: case 5: case 6: case 7: case 8: return select(one, message);
    case 9: return h("div", { class: "section" }, h("div", { class: "body" }, ...inside()), component(one.accessory, message));
    case 10: return cited(h("div", { class: "display" }, markdown(one.content)));
    case 11: case 13: return h("div", { class: "file" }, "📄 ", one.file?.url ?? one.media?.url ?? "file");
    case 12: return h("div", { class: "file" }, `🖼 ${one.items?.length ?? 0} media`);
    case 14: return h("hr", { class: one.spacing === 2 ? "separator wide" : "separator", ...(one.divider === false && { hidden: true }) });
    case 17: {
      const shown = h("div", { class: one.spoiler ? "container spoiled" : "container" }, ...inside());
      if (one.accent_color != null) shown.style.setProperty("--accent", `#${one.accent_color.toString(16).padStart(6, "0")}`);
      return shown;
    }
    default: return h("div", { class: "unknown" }, `A component of type ${one.type}`);
  }
}

function cited(shown: HTMLElement): HTMLElement {
  shown.querySelectorAll<HTMLElement>(".subtext").forEach(citation);
  return shown;
}

const STYLES = ["", "primary", "secondary", "success", "danger", "link", "premium"];

function button(one: Component, message: Message): Node {
  const label = `${one.emoji?.name ? `${one.emoji.name} ` : ""}${one.label ?? ""}`;
  if (one.style === 5) {
    const shown = link(one.url, label, " ↗");
    shown.className = "button secondary";
    return shown;
  }
  const shown = h("button", { type: "button", class: `button ${STYLES[one.style] ?? "secondary"}`, disabled: Boolean(one.disabled), "data-id": one.custom_id,
    onclick: () => press(shown, one, message) }, label);
  return shown;
}

async function press(shown: HTMLElement, one: Component, message: Message, values?: string[]): Promise<void> {
  shown.setAttribute("aria-busy", "true");
  await act("press", { channel: message.channel_id, message: message.id, custom_id: one.custom_id, ...(values && { values }) });
  setTimeout(() => shown.removeAttribute("aria-busy"), 400);
}

/** What can be chosen of a select: its options, or people and channels. */
export function options(one: Component): { label: string; value: string; description?: string; default?: boolean }[] {
  if (one.type === 3) return one.options ?? [];
  if (one.type === 8) return state.channels.map((c) => ({ label: `#${c.name}`, value: c.id }));
  return state.people.map((person) => ({ label: person.name, value: person.id }));
}

function select(one: Component, message: Message): Node {
  const many = (one.max_values ?? 1) > 1;
  const shown = h("select", { "aria-label": one.placeholder ?? "Choose", disabled: Boolean(one.disabled), multiple: many, class: "select",
    onchange: () => press(shown, one, message, [...shown.selectedOptions].map((o) => o.value)) },
    !many && h("option", { value: "", disabled: true, selected: true, hidden: true }, one.placeholder ?? "Make a selection"),
    ...options(one).map((o) => h("option", { value: o.value, title: o.description, selected: Boolean(o.default) }, o.label)));
  return shown;
}

export const whereIs = (id: string): string => channel(id)?.name ?? id;
