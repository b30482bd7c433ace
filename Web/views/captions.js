// The contact sheet: captions as cards by date, with credit and the report they stand in.

import { el, fill } from "../lib/dom.js";
import { nice } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { busy, failure, empty, table } from "./common.js";
import * as state from "../lib/state.js";

const credit = (caption) => [caption.photographer, caption.agency].filter(Boolean).join(" / ");

export async function showCaptions(root, { known }) {
  busy(root);
  let captions;
  try { ({ captions } = await api.captions(known)); } catch (error) { return failure(root, error, () => showCaptions(root, { known })); }
  if (!captions.length) return fill(root, el("h2", {}, t("captions")), empty(t("no_captions")));
  const columns = [
    { key: "day", label: t("day"), value: (caption) => caption.date || "", show: (caption) => (caption.date ? nice(caption.date, language()) : t("undated")) },
    { key: "sentence", label: t("caption"), value: (caption) => caption.text },
    { key: "who", label: t("credit"), value: credit },
    { key: "publisher", label: t("publisher"), value: (caption) => caption.publisher || "" },
  ];
  const wanted = el("input", { type: "search", id: "captions-q", placeholder: t("captions_hint"), "aria-label": t("search"), oninput: () => draw() });
  const sheet = el("div", { class: "sheet" }), count = el("p", { class: "sub", role: "status" });
  const draw = () => {
    const text = wanted.value.trim().toLowerCase();
    const shown = captions.filter((one) => !text || [one.text, credit(one), one.publisher, one.title].join(" ").toLowerCase().includes(text));
    count.textContent = t("captions_count", { count: shown.length });
    fill(sheet, shown.slice(0, 300).map(card));
  };
  fill(root, el("h2", {}, t("captions")), el("div", { class: "search" }, wanted), count, sheet,
    el("details", { class: "group" }, el("summary", {}, t("as_table")), table(columns, captions, { name: "captions" })));
  draw();
}

// A caption of megabytes is text like any other, but a card shows its beginning only.
function card(caption) {
  return el("article", { class: "card" },
    el("p", { class: "day" }, caption.date ? nice(caption.date, language()) : t("undated")),
    el("p", { class: "cap", dir: "auto" }, caption.text.length > 900 ? `${caption.text.slice(0, 900)} …` : caption.text),
    el("p", { class: "credit", dir: "auto" }, credit(caption) || "—"),
    el("button", { type: "button", class: "link", dir: "auto", onclick: () => state.set({ report: caption.report, claim: null }, { push: true }) }, (caption.title || caption.publisher || t("open_report")).slice(0, 120)));
}
