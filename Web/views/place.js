// The panel of one place: its state on the day, its history as a band, and every claim for and against.

import { el, fill, svg } from "../lib/dom.js";
import { nice, toDay, toISO } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { party } from "../lib/palette.js";
import { claimCard, words } from "./claim.js";
import { failure, busy, panelHead } from "./common.js";
import * as state from "../lib/state.js";

export function stateText(segment, nameOf = (id) => party(id).name) {
  if (!segment) return t("unknown");
  const who = segment.holder ? nameOf(segment.holder) : "";
  const sides = segment.sides.map(nameOf).join(" / ");
  switch (segment.state) {
    case "held": return t("held", { who });
    case "claimed": return `${t("held", { who })} (${t("claimed")})`;
    case "besieged": return [t("besieged"), who ? `· ${who}` : "", segment.besieger ? t("by", { who: nameOf(segment.besieger) }) : ""].join(" ");
    default: return [t(segment.state), sides ? t("between", { who: sides }) : ""].join(" ");
  }
}

function band(answer, on, range) {
  const width = 1000, height = 64;
  const first = Math.min(range.first, ...answer.segments.map((segment) => Math.max(toDay(segment.from), range.first - 60)));
  const last = range.last;
  const x = (day) => ((Math.max(first, Math.min(last, day)) - first) / Math.max(1, last - first)) * width;
  const names = new Map(answer.holders.map((holder) => [holder.id, holder.name]));
  const told = answer.segments.map((segment) => `${nice(segment.from, language())}: ${stateText(segment, (id) => names.get(id) ?? id)}`).join("; ");
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", class: "band", role: "img", "aria-label": `${t("history_band")}. ${told}` });
  picture.append(svg("rect", { x: 0, y: 10, width, height: 36, class: "empty" }));
  for (const segment of answer.segments) {
    const a = x(toDay(segment.from)), b = segment.to ? x(toDay(segment.to)) : width;
    const title = `${nice(segment.from, language())} – ${segment.to ? nice(segment.to, language()) : "…"}: ${stateText(segment, (id) => names.get(id) ?? id)}`;
    const ids = segment.holder ? [segment.holder] : segment.sides;
    const rows = ids.length || 1;
    const group = svg("g", {}, svg("title", {}, title));
    for (let i = 0; i < rows; i++) {
      group.append(svg("rect", { x: a, y: 10 + (i * 36) / rows, width: Math.max(1.5, b - a), height: 36 / rows, fill: ids[i] ? party(ids[i]).colour : "var(--faint)",
        opacity: segment.state === "claimed" ? 0.55 : segment.state === "contested" ? 0.75 : 1 }));
    }
    if (segment.state === "besieged") group.append(svg("rect", { x: a, y: 5, width: Math.max(1.5, b - a), height: 4, fill: segment.besieger ? party(segment.besieger).colour : "var(--ink)" }));
    for (const day of segment.confirmed) group.append(svg("rect", { x: x(toDay(day)) - 1, y: 46, width: 2, height: 7, fill: "var(--faint)" }));
    picture.append(group);
  }
  picture.append(svg("rect", { x: x(on) - 1.5, y: 2, width: 3, height: 54, fill: "var(--accent)" }));
  return el("div", { class: "bandbox" }, picture,
    el("div", { class: "ends" }, el("span", {}, nice(toISO(first), language())), el("span", {}, nice(toISO(last), language()))));
}

function section(title, claims, open) {
  return el("details", { open, class: "group" }, el("summary", {}, `${title} (${claims.length})`),
    claims.length ? claims.map((claim) => claimCard(claim)) : el("p", { class: "empty" }, t("none")));
}

let asked = 0;

export async function showPlace(panel, id, on, known, range) {
  const mine = ++asked;
  if (panel.dataset.shown !== `place:${id}`) { busy(panel); panel.scrollTop = 0; }
  let answer;
  try {
    answer = await api.place(id, toISO(on), known === null ? null : toISO(known));
  } catch (error) {
    if (mine === asked) failure(panel, error, () => showPlace(panel, id, on, known, range));
    return;
  }
  if (mine !== asked) return;
  panel.dataset.shown = `place:${id}`;
  const names = new Map(answer.holders.map((holder) => [holder.id, holder.name]));
  const nameOf = (key) => names.get(key) ?? party(key).name;
  const segment = answer.segments.find((one) => toDay(one.from) <= on && (!one.to || on < toDay(one.to)));
  const stale = segment ? on - (segment.confirmed.map((day) => toDay(day)).findLast((day) => day <= on) ?? on) : 0;
  const colour = segment?.holder ? party(segment.holder).colour : segment?.sides[0] ? party(segment.sides[0]).colour : "var(--faint)";
  const other = segment?.sides[1] ? party(segment.sides[1]).colour : colour;
  fill(panel,
    panelHead(answer.place.name, [answer.place.admin1, answer.place.country, words(answer.place.kind)].filter(Boolean).join(" · "), () => state.set({ place: null }, { push: true })),
    el("div", { class: "verdict", style: { borderImage: `linear-gradient(${colour} 50%, ${other} 50%) 1` } },
      el("p", { class: "day" }, nice(toISO(on), language())),
      el("p", { class: "state", dir: "auto" }, stateText(segment, nameOf)),
      segment ? el("p", { class: "sub" }, [t("since", { day: nice(segment.from, language()) }), segment.sources === 1 ? t("sources_one") : t("sources", { count: segment.sources }), stale > 0 ? t("stale", { days: stale }) : null].filter(Boolean).join(" · ")) : null,
      el("details", { class: "why" }, el("summary", {}, t("why")), el("p", {}, answer.why), answer.flags.map((flag) => el("p", { class: "flag" }, words(flag))))),
    el("h3", {}, t("history")),
    answer.segments.length ? band(answer, on, range) : el("p", { class: "empty" }, t("none")),
    section(t("for"), answer.supporting, true),
    section(t("against"), answer.against, answer.against.length > 0),
    section(t("other"), answer.other, answer.supporting.length === 0));
}
