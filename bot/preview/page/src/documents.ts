// What stands in the documents? Their list, and one of them line by line, with what is a heading and what is not quoted.

import { h } from "./dom";
import { act } from "./live";

const pane = (): HTMLElement => document.querySelector<HTMLElement>("#inspector")!;

function show(title: string, back: (() => void) | null, ...shown: Node[]): void {
  pane().replaceChildren(
    h("header", {}, h("h2", {}, title), h("span", {},
      back && h("button", { type: "button", "aria-label": "All documents", onclick: back }, "←"),
      h("button", { type: "button", "aria-label": "Close the documents", onclick: () => { pane().hidden = true; } }, "✕"))),
    ...shown,
  );
  pane().hidden = false;
  pane().querySelector("button")!.focus();
}

export async function documents(): Promise<void> {
  const found = await act("documents");
  if (found.error) return;
  show("Documents", null,
    ...found.documents.map((name: string) => h("button", { type: "button", class: "document", onclick: () => open(name) }, name)),
    ...(found.skipped.length ? [h("h3", {}, "Not read")] : []),
    ...found.skipped.map(([path, why]: [string, string]) => h("p", {}, path, " ", h("small", {}, why))),
    ...(found.more ? [h("p", {}, `and ${found.more} more`)] : []));
}

/** A document, and of it this line in sight. */
export async function open(name: string, line = 0): Promise<void> {
  const found = await act("document", { name });
  if (found.error) return;
  const rows = found.lines.map(([text, mark]: [string, string]) =>
    h("li", { class: mark ? (mark === "heading" ? "is-heading" : "is-left-out") : "", title: mark }, text || " "));
  show(found.document, () => documents(), h("ol", { class: "lines" }, ...rows), ...(found.more ? [h("p", {}, `and ${found.more} lines more`)] : []));
  rows[line - 1]?.classList.add("is-cited");
  rows[line - 1]?.scrollIntoView({ block: "center" });
}

/** A citation ("faq.md · lines 3-5") leads to its line. */
export function citation(shown: HTMLElement): HTMLElement {
  const found = /^(.+?\.\w+) · (?:.* · )?\D+ (\d+)(?:[-–]\d+)?$/.exec(shown.textContent ?? "");
  if (found) shown.append(" ", h("button", { type: "button", class: "plain", "aria-label": `Open ${found[1]} at line ${found[2]}`, onclick: () => open(found[1], Number(found[2])) }, "↗"));
  return shown;
}
