// How are elements made? Of text and other elements only: nothing that somebody typed is ever markup.

export type Child = Node | string | null | undefined | false;
type Value = string | number | boolean | undefined | ((event: any) => void);

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...kept(...children));
  return element;
}

/** What is there of children that need not be there. */
export const kept = (...children: Child[]): (Node | string)[] =>
  children.filter((child): child is Node | string => Boolean(child));

/** A link only where the address is one of the web. */
export function link(address: string, ...children: Child[]): HTMLElement {
  if (!/^https?:\/\/[^\s]+$/i.test(address)) return h("span", {}, ...children);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow" }, ...children);
}
