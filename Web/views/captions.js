// The contact sheet: captions as cards by date, place or credit, with the report they stand in.

import { el, fill } from "../lib/dom.js";
import { nice } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { busy, failure, empty, table } from "./common.js";
import * as state from "../lib/state.js";

// What the sheet is ordered by: the heading that a caption stands under.
const ORDERS = {
  day: (caption) => (caption.date ? nice(caption.date.slice(0, 7), language()) : t("undated")),
  place: (caption) => caption.place || t("no_place"),
  credit: (caption) => credit(caption) || t("no_credit"),
};
let order = "day";

const credit = (caption) => [caption.photographer, caption.agency].filter(Boolean).join(" / ");

export async function showCaptions(root, { known }) {
  busy(root);
  let captions;
  try { ({ captions } = await api.captions(known)); } catch (error) { return failure(root, error, () => showCaptions(root, { known })); }
  if (!captions.length) return fill(root, el("h2", {}, t("captions")), empty(t("no_captions")));
  const columns = [
    { key: "day", label: t("day"), value: (caption) => caption.date || "", show: (caption) => (caption.date ? nice(caption.date, language()) : t("undated")) },
    { key: "sentence", label: t("caption"), value: (caption) => caption.text },
    { key: "where", label: t("place"), value: (caption) => caption.place || "" },
    { key: "who", label: t("credit"), value: credit },
    { key: "publisher", label: t("publisher"), value: (caption) => caption.publisher || "" },
  ];
  const wanted = el("input", { type: "search", id: "captions-q", placeholder: t("captions_hint"), "aria-label": t("search"), oninput: () => draw() });
  const sheet = el("div"), count = el("p", { class: "sub", role: "status" });
  const draw = () => {
    const text = wanted.value.trim().toLowerCase();
    const shown = captions.filter((one) => !text || [one.text, credit(one), one.place, one.publisher, one.title].join(" ").toLowerCase().includes(text));
    count.textContent = t("captions_count", { count: shown.length });
    const groups = Map.groupBy(shown.slice(0, 300), ORDERS[order]);
    // Months stay in the order of their days; places and names go by the alphabet.
    const names = order === "day" ? [...groups.keys()] : [...groups.keys()].sort((a, b) => a.localeCompare(b, language()));
    fill(sheet, names.map((name) => el("section", {}, el("h3", { dir: "auto" }, `${name} `, el("small", {}, groups.get(name).length)), el("div", { class: "sheet" }, groups.get(name).map(card)))));
    for (const button of orders.children) button.setAttribute("aria-pressed", String(button.dataset.order === order));
  };
  const orders = el("div", { class: "choices", role: "group", "aria-label": t("order") },
    Object.keys(ORDERS).map((name) => el("button", { type: "button", "data-order": name, onclick: () => { order = name; draw(); } }, t(name))));
  fill(root, el("h2", {}, t("captions")), el("div", { class: "search" }, wanted), orders, count, sheet,
    el("details", { class: "group" }, el("summary", {}, t("as_table")), table(columns, captions, { name: "captions" })));
  draw();
}

// A caption of megabytes is text like any other, but a card shows its beginning only.
function card(caption) {
  return el("article", { class: "card" },
    el("p", { class: "day" }, el("span", {}, caption.date ? nice(caption.date, language()) : t("undated")), caption.place ? el("span", { dir: "auto" }, caption.place) : null),
    el("p", { class: "cap", dir: "auto" }, caption.text.length > 900 ? `${caption.text.slice(0, 900)} …` : caption.text),
    el("p", { class: "credit", dir: "auto" }, credit(caption) || "—"),
    el("button", { type: "button", class: "link", dir: "auto", onclick: () => state.set({ report: caption.report, claim: null }, { push: true }) }, (caption.title || caption.publisher || t("open_report")).slice(0, 120)));
}
