// The panel of one place: its state on the day, its history as a band, and every claim for and against.

import { el, fill } from "../lib/dom.js";
import { nice, toDay, toISO } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { party } from "../lib/palette.js";
import { decodeMap, periodOn, unpack } from "../lib/model.js";
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
    default: return [t(segment.state), segment.sides.length > 1 ? t("between", { who: sides }) : sides ? t("among_others", { who: sides }) : ""].join(" ").trim();
  }
}

const edge = (day, first, last) => Math.max(first, Math.min(last, day));

// What a screen reader is told of a history: its latest changes.
function told(periods) {
  const list = periods.slice(-24).map((period) => `${nice(toISO(period.start), language())}: ${stateText(period)}`);
  return (periods.length > list.length ? "… " : "") + list.join("; ");
}

// The history as a band through time, drawn from the same rows as the map; a click goes to that day.
function band(place, on, range) {
  const periods = place.rows.map((_, index) => unpack(place, index));
  const last = range.last, first = Math.min(range.first, Math.max(periods[0].start, range.first - 60));
  const canvas = el("canvas", { class: "band", role: "img", "aria-label": `${t("history_band")}. ${told(periods)}` });
  const share = (day) => (edge(day, first, last) - first) / Math.max(1, last - first);
  const dayAt = (event) => {
    const box = canvas.getBoundingClientRect();
    const along = (event.clientX - box.left) / box.width;
    return Math.round(first + (document.documentElement.dir === "rtl" ? 1 - along : along) * (last - first));
  };
  canvas.addEventListener("click", (event) => state.set({ on: toISO(edge(dayAt(event), range.first, last)) }));
  canvas.addEventListener("pointermove", (event) => {
    const period = periodOn(place, dayAt(event));
    canvas.title = period ? `${nice(toISO(period.start), language())} – ${period.stop === Infinity ? "…" : nice(toISO(period.stop), language())}: ${stateText(period)}` : t("unknown");
  });
  const draw = () => {
    const ratio = devicePixelRatio || 1, width = canvas.clientWidth, rtl = document.documentElement.dir === "rtl";
    if (!width) return;
    canvas.width = width * ratio; canvas.height = 58 * ratio;
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    const css = getComputedStyle(document.documentElement), tone = (name) => css.getPropertyValue(name).trim();
    const box = (from, to, y, height, colour, opacity = 1) => {
      const wide = Math.max(1, (share(to) - share(from)) * width), left = rtl ? (1 - share(from)) * width - wide : share(from) * width;
      context.globalAlpha = opacity; context.fillStyle = colour; context.fillRect(left, y, wide, height); context.globalAlpha = 1;
    };
    box(first, last, 8, 34, tone("--soft"));
    for (const period of periods) {
      const ids = period.holder ? [period.holder] : period.sides, stop = Math.min(period.stop, last);
      if (stop <= first) continue;
      const opacity = period.state === "claimed" ? 0.5 : period.state === "contested" ? 0.75 : 1;
      for (let i = 0; i < Math.max(1, ids.length); i++) box(period.start, stop, 8 + (i * 34) / Math.max(1, ids.length), 34 / Math.max(1, ids.length), ids[i] ? party(ids[i]).colour : tone("--faint"), opacity);
      if (period.state === "besieged") box(period.start, stop, 2, 4, period.besieger ? party(period.besieger).colour : tone("--ink"));
      for (const day of period.told) box(day, day, 44, 6, tone("--faint"));
    }
    const at = (rtl ? 1 - share(on) : share(on)) * width;
    context.fillStyle = tone("--halo"); context.fillRect(Math.max(0, at - 2.5), 0, 5, 54);
    context.fillStyle = tone("--accent"); context.fillRect(Math.max(0, at - 1), 0, 2, 54);
  };
  new ResizeObserver(draw).observe(canvas);
  return el("div", { class: "bandbox" }, canvas, el("div", { class: "ends" }, el("span", {}, nice(toISO(first), language())), el("span", {}, nice(toISO(last), language()))));
}

function section(title, claims, open, count = claims.length, place = null) {
  return el("details", { open, class: "group" }, el("summary", {}, `${title} (${count})`),
    claims.length ? claims.map((claim) => claimCard(claim)) : el("p", { class: "empty" }, t("none")),
    count > claims.length ? el("button", { type: "button", onclick: () => state.set({ view: "claims", where: place, kind: "control", report: null, place: null }, { push: true }) }, t("all_claims")) : null);
}

// The rows of a place: those of the map once it has them all, else asked for.
async function rowsOf(id, known, picture) {
  if (picture.whole) return picture.places.find((place) => place.id === id) ?? null;
  try { return decodeMap(await api.history(id, known))[0] ?? null; } catch (error) { if (error.status === 404) return null; throw error; }
}

let asked = 0;

export async function showPlace(panel, id, on, known, range, picture) {
  const mine = ++asked;
  const day = known === null ? null : toISO(known);
  if (panel.dataset.shown !== `place:${id}`) { busy(panel); panel.scrollTop = 0; }
  let answer, rows;
  try {
    [answer, rows] = await Promise.all([api.place(id, toISO(on), day), rowsOf(id, day, picture)]);
  } catch (error) {
    if (mine === asked) failure(panel, error, () => showPlace(panel, id, on, known, range, picture), () => state.set({ place: null }, { push: true }));
    return;
  }
  if (mine !== asked) return;
  panel.dataset.shown = `place:${id}`;
  const names = new Map(answer.holders.map((holder) => [holder.id, holder.name]));
  const nameOf = (key) => names.get(key) ?? party(key).name;
  const now = answer.state;
  const stale = now ? on - (now.confirmed.map((told) => toDay(told)).findLast((told) => told <= on) ?? on) : 0;
  const colour = now?.holder ? party(now.holder).colour : now?.sides[0] ? party(now.sides[0]).colour : "var(--faint)";
  const other = now?.sides[1] ? party(now.sides[1]).colour : colour;
  const { supporting, against } = answer.counts;
  fill(panel,
    panelHead(answer.place.name, [answer.place.admin1, answer.place.country, words(answer.place.kind)].filter(Boolean).join(" · "), () => state.set({ place: null }, { push: true })),
    el("div", { class: "verdict", style: { borderImage: `linear-gradient(${colour} 50%, ${other} 50%) 1` } },
      el("p", { class: "day" }, nice(toISO(on), language())),
      el("p", { class: "state", dir: "auto" }, stateText(now, nameOf)),
      now ? el("p", { class: "sub" }, [t("since", { day: nice(now.from, language()) }), now.sources === 1 ? t("sources_one") : t("sources", { count: now.sources }), stale > 0 ? t("stale", { days: stale }) : null].filter(Boolean).join(" · ")) : null,
      el("details", { class: "why" }, el("summary", {}, t("why")), el("p", {}, answer.why), answer.flags.map((flag) => el("p", { class: "flag" }, words(flag))))),
    el("h3", {}, t("history")),
    rows?.rows.length ? band(rows, on, range) : el("p", { class: "empty" }, t("none")),
    section(t("for"), answer.supporting, true, supporting, answer.place.name),
    section(t("against"), answer.against, answer.against.length > 0, against, answer.place.name),
    section(t("other"), answer.other, answer.supporting.length === 0));
}
