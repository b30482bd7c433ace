// A text field that offers what the record knows, by the combobox pattern of WAI-ARIA: arrows choose, Enter takes,
// Escape closes.

import { el, fill } from "./dom.js";

// find(text) → Promise of [{value, hint, data?}]; choose(value, data?) is called when a value is taken or typed.
export function completed({ id, value = "", find, choose = () => {}, label = null }) {
  let found = [], at = -1, timer = null, asked = 0;
  const list = el("ul", { class: "options", role: "listbox", id: `${id}-options`, hidden: true });
  const input = el("input", { id, value, dir: "auto", autocomplete: "off", role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", "aria-label": label,
    oninput: () => { clearTimeout(timer); timer = setTimeout(look, 140); },
    onchange: () => { if (at < 0) setTimeout(() => { if (list.hidden) choose(input.value.trim(), null); }, 160); },
    onblur: () => setTimeout(close, 150),
    onkeydown: (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!found.length) return;
        at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
        mark();
        event.preventDefault();
      } else if (event.key === "Enter" && !list.hidden && at >= 0) { take(found[at]); event.preventDefault(); }
      else if (event.key === "Escape" && !list.hidden) { close(); event.stopPropagation(); event.preventDefault(); }
    } });
  const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const take = (option) => { input.value = option.value; close(); choose(option.value, option.data ?? null); };
  const mark = () => {
    [...list.children].forEach((node, i) => node.setAttribute("aria-selected", String(i === at)));
    input.setAttribute("aria-activedescendant", `${id}-${at}`);
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  async function look() {
    const mine = ++asked;
    const text = input.value.trim();
    if (!text) return close();
    try { found = await find(text); } catch { found = []; }
    if (mine !== asked) return;
    at = -1;
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    fill(list, found.map((option, i) => el("li", { role: "option", id: `${id}-${i}`, "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(option); } },
      el("span", { dir: "auto" }, option.value), option.hint ? el("small", { dir: "auto" }, option.hint) : null)));
  }
  const box = el("span", { class: "combo" }, input, list);
  box.input = input;
  return box;
}
