// What stands behind a message? The request that the bot sent, its times, and what it uses of Discord's limits.

import { h, kept } from "./dom";
import type { Message } from "./state";

export function inspect(message: Message): void {
  const pane = document.querySelector<HTMLElement>("#inspector")!;
  const trace = message.trace;
  pane.replaceChildren(...kept(
    h("header", {}, h("h2", {}, "Inspector"), h("button", { type: "button", "aria-label": "Close the inspector", onclick: () => { pane.hidden = true; document.querySelector<HTMLElement>(`[data-message="${message.id}"]`)?.focus(); } }, "✕")),
    h("p", {}, h("code", {}, (trace.request ?? "").replace(/interaction-\d+/, "…"))),
    h("p", { class: "times" }, `First response after ${trace.first_ms} ms, all of it after ${trace.whole_ms} ms.`),
    trace.wrong ? h("p", { class: trace.wrong.length ? "bad" : "good" }, trace.wrong.length ? `Discord would not take it: ${trace.wrong.join("; ")}` : "✓ Discord's description of its API accepts it.") : null,
    h("h3", {}, "Use of Discord's limits"),
    ...(trace.uses ?? []).map(([name, used, most]) => h("label", { class: "use" }, h("span", {}, name), h("meter", { max: most, value: used, high: most * 0.9, "aria-label": name }), h("span", {}, `${used} / ${most}`))),
    h("h3", {}, "What the bot sent"),
    h("pre", { tabindex: 0, "aria-label": "JSON" }, JSON.stringify(trace.sent, null, 2)),
  ));
  pane.hidden = false;
  pane.querySelector("button")!.focus();
}
