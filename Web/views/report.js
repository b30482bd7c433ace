// The archived text of a report with its claims underlined and one sentence highlighted; captions set apart.

import { el, fill, link } from "../lib/dom.js";
import { nice } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { claimCard, summary } from "./claim.js";
import { busy, failure, panelHead } from "./common.js";
import * as state from "../lib/state.js";

// Offsets of the API are code points; strings here are UTF-16.
function units(text) {
  const astral = [];
  let point = 0;
  for (const character of text) { if (character.length === 2) astral.push(point); point++; }
  return (offset) => {
    let low = 0, high = astral.length;
    while (low < high) { const middle = (low + high) >> 1; if (astral[middle] < offset) low = middle + 1; else high = middle; }
    return offset + low;
  };
}

function marked(answer, selected) {
  const at = units(answer.text);
  const marks = answer.claims.map((mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) }));
  const captions = answer.captions.map((caption) => ({ ...caption, start: at(caption.start), end: at(caption.end), textEnd: at(caption.textEnd) }));
  const cuts = [...new Set([0, answer.text.length, ...marks.flatMap((m) => [m.start, m.end]), ...captions.flatMap((c) => [c.start, c.textEnd, c.end])])].filter((cut) => cut >= 0 && cut <= answer.text.length).sort((a, b) => a - b);
  const root = el("div", { class: "text", dir: "auto" });
  let target = root, inside = null, first = null;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [a, b] = [cuts[i], cuts[i + 1]];
    const caption = captions.find((one) => one.start <= a && b <= one.end) ?? null;
    if (caption !== inside) {
      inside = caption;
      target = root;
      if (caption) {
        target = el("span", { class: "caption", dir: "auto" });
        root.append(target);
      }
    }
    const here = marks.filter((mark) => mark.start <= a && b <= mark.end);
    const piece = answer.text.slice(a, b);
    // Many archives print the credit right behind the words: a little room keeps them apart.
    if (!here.length) { target.append(el("span", { class: caption && a >= caption.textEnd ? "credit" : null }, piece)); continue; }
    const chosen = here.some((mark) => mark.claim.key === selected);
    const node = el("mark", { class: chosen ? "chosen" : "", title: here.map((mark) => summary(mark.claim)).join("\n"),
      onclick: () => state.set({ claim: here[0].claim.key }) }, piece);
    if (chosen && !first) first = node;
    target.append(node);
  }
  return { root, first };
}

let asked = 0;

export async function showReport(panel, id, key) {
  const mine = ++asked;
  busy(panel);
  let answer;
  try { answer = await api.report(id); } catch (error) {
    if (mine === asked) failure(panel, error, () => showReport(panel, id, key), () => state.set({ report: null, claim: null }, { push: true }));
    return;
  }
  if (mine !== asked) return;
  panel.dataset.shown = `report:${id}`;
  const { report } = answer;
  const chosen = answer.claims.find((mark) => mark.claim.key === key);
  const caption = chosen && answer.captions.find((one) => one.start <= chosen.start && chosen.end <= one.end);
  const body = answer.text ? marked(answer, key) : null;
  fill(panel,
    panelHead(report.title || t("untitled"), [report.publisher, report.author, report.published ? nice(report.published, language()) : null].filter(Boolean).join(" · "),
      () => state.set({ report: null, claim: null }, { push: true }), t("back")),
    report.url ? el("p", { class: "sub" }, link(report.url, t("original"))) : null,
    chosen ? claimCard(chosen.claim, { place: true }) : null,
    caption ? el("p", { class: "credit" }, `${t("caption")}: ${[caption.date ? nice(caption.date, language()) : t("undated"), caption.photographer, caption.agency].filter(Boolean).join(" · ")}`) : null,
    body ? body.root : el("div", {}, el("p", { class: "empty" }, t("hidden_text")), answer.claims.map((mark) => claimCard(mark.claim, { place: true }))));
  body?.first?.scrollIntoView({ block: "center" });
}
