// The contact sheet: captions as cards by date, with credit and the report they stand in.

import { el, fill } from "../lib/dom.js";
import { nice } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { busy, failure, empty } from "./common.js";
import * as state from "../lib/state.js";

export async function showCaptions(root, { known }) {
  busy(root);
  let captions;
  try { ({ captions } = await api.captions(known)); } catch (error) { return failure(root, error, () => showCaptions(root, { known })); }
  fill(root, el("h2", {}, t("captions")), captions.length ? el("div", { class: "sheet" }, captions.map((caption) => el("article", { class: "card" },
    el("p", { class: "day" }, caption.date ? nice(caption.date, language()) : t("undated")),
    el("p", { class: "cap", dir: "auto" }, caption.text.slice(0, 1200)),
    el("p", { class: "credit", dir: "auto" }, [caption.photographer, caption.agency].filter(Boolean).join(" / ") || "—"),
    el("button", { type: "button", class: "link", onclick: () => state.set({ report: caption.report, claim: null }, { push: true }) }, caption.title || caption.publisher || t("open_report"))))) : empty(t("no_captions")));
}
