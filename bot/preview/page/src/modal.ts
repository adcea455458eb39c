// How does a modal of the bot look? A dialog with the fields that the bot wants, whose values go back to it.

import { options } from "./components";
import { h } from "./dom";
import { act } from "./live";
import type { Component } from "./state";

export function modal(wanted: Record<string, any>): void {
  const filled: (() => Component)[] = [];
  const fields = (wanted.components as Component[]).map((one) => field(one, filled));
  const close = () => { dialog.close(); dialog.remove(); };
  const form = h("form", { method: "dialog", onsubmit: (event: Event) => {
    event.preventDefault();
    act("submit", { custom_id: wanted.custom_id, components: filled.map((value) => value()) });
    close();
  } }, ...fields, h("footer", {}, h("button", { type: "button", class: "button secondary", onclick: close }, "Cancel"), h("button", { type: "submit", class: "button primary" }, "Submit")));
  const dialog = h("dialog", { class: "modal", "aria-label": wanted.title, oncancel: () => dialog.remove() }, h("h2", {}, wanted.title), form);
  document.body.append(dialog);
  dialog.showModal();
}

function field(one: Component, filled: (() => Component)[]): Node {
  if (one.type === 10) return h("p", {}, one.content);
  const inner: Component = one.type === 18 ? one.component : one.components[0];
  const text = inner.type === 4;
  const input = text && inner.style !== 2 ? h("input", { type: "text" }) : text ? h("textarea", { rows: 4 }) : h("select", { multiple: (inner.max_values ?? 1) > 1 }, ...options(inner).map((o) => h("option", { value: o.value, selected: Boolean(o.default) }, o.label)));
  input.required = inner.required !== false;
  if (!(input instanceof HTMLSelectElement)) {
    input.value = inner.value ?? "";
    input.placeholder = inner.placeholder ?? "";
    if (inner.max_length) input.maxLength = inner.max_length;
    if (inner.min_length) input.minLength = inner.min_length;
  }
  filled.push(() => {
    const value = input instanceof HTMLSelectElement ? { values: [...input.selectedOptions].map((o) => o.value) } : { value: input.value };
    const given = { type: inner.type, custom_id: inner.custom_id, id: inner.id ?? 0, ...value };
    return one.type === 18 ? { type: 18, id: one.id ?? 0, component: given } : { type: 1, id: one.id ?? 0, components: [given] };
  });
  return h("label", { class: "field" }, h("b", {}, one.label ?? inner.label ?? ""), one.description && h("small", {}, one.description), input);
}
