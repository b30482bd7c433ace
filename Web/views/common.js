// States that every view has: loading, failed, empty; and tables with copy and download.

import { el, fill, say } from "../lib/dom.js";
import { t } from "../lib/texts.js";

export function busy(root) { fill(root, el("p", { class: "busy", role: "status" }, t("loading"))); }

// close: what closes a panel that has nothing to show.
export function failure(root, error, again, close = null) {
  const what = error.message === "offline" ? t("offline") : t("error", { what: error.message });
  fill(root, el("div", { class: "failure", role: "alert" }, el("p", {}, what), el("div", { class: "choices" }, el("button", { type: "button", onclick: again }, t("retry")), close ? el("button", { type: "button", onclick: close }, t("close")) : null)));
}

// The head of the side panel: a name, a line below it, a button that closes.
export function panelHead(title, below, close, label = t("close")) {
  return el("div", { class: "head" },
    el("div", {}, el("h2", { dir: "auto" }, title), below ? el("p", { class: "sub", dir: "auto" }, below) : null),
    el("button", { type: "button", class: "icon", "aria-label": label, title: label, onclick: close }, "✕"));
}

export function empty(text) { return el("p", { class: "empty big" }, text); }

// A cell that a spreadsheet would run as a formula is made text.
const cell = (value) => {
  let text = value == null ? "" : String(value);
  if (/^[=+\-@\t\r]/.test(text) && !/^-?[\d.,]+$/.test(text)) text = `'${text}`;
  return text;
};
const csv = (value) => { const text = cell(value); return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text; };

// Rows that a table shows at first; copies and downloads have all.
const ROWS = 200;

// columns: [{key, label, value(row) → text, show(row) → node?, sort(row)?}]
export function table(columns, rows, { name, actions = null, most = ROWS } = {}) {
  let order = null, up = true, list = rows, shown = most;
  const body = el("tbody");
  const more = el("button", { type: "button", hidden: rows.length <= shown, onclick: () => { shown *= 4; draw(); } }, t("more"));
  const draw = () => { more.hidden = list.length <= shown; return fill(body, list.slice(0, shown).map((row) => el("tr", {}, columns.map((column) => el("td", { dir: "auto", class: column.key }, column.show ? column.show(row) : column.value(row)))))); };
  const heads = columns.map((column) => el("th", { scope: "col" }, el("button", { type: "button", class: "sort", onclick: () => {
    up = order === column.key ? !up : true;
    order = column.key;
    const key = column.sort ?? column.value;
    list = [...rows].sort((a, b) => {
      const [x, y] = [key(a) ?? "", key(b) ?? ""];
      return (typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y))) * (up ? 1 : -1);
    });
    heads.forEach((head, i) => head.setAttribute("aria-sort", columns[i].key === order ? (up ? "ascending" : "descending") : "none"));
    draw();
  } }, column.label)));
  draw();
  const text = (join, quote) => [columns.map((column) => quote(column.label)), ...list.map((row) => columns.map((column) => quote(column.value(row))))].map((line) => line.join(join)).join("\n");
  const tools = el("div", { class: "tabletools" },
    actions,
    el("button", { type: "button", onclick: async () => {
      try { await navigator.clipboard.writeText(text("\t", (value) => cell(value).replace(/[\t\n]/g, " "))); say(t("copied")); } catch (error) { say(t("error", { what: error.message })); }
    } }, t("copy")),
    el("button", { type: "button", onclick: () => {
      const address = URL.createObjectURL(new Blob(["\uFEFF" + text(",", csv)], { type: "text/csv" }));
      const anchor = el("a", { href: address, download: `${name}.csv` });
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
    } }, t("download")));
  return el("div", {}, tools, el("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": name }, el("table", {}, el("thead", {}, el("tr", {}, heads)), body)), more);
}
