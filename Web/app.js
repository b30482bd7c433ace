// The page: puts the map, the time axis, the views and the panel together, and keeps them in step with the address.

import { el, fill, say } from "./lib/dom.js";
import { api } from "./lib/api.js";
import { load, t, language, languages } from "./lib/texts.js";
import { toDay, toISO } from "./lib/days.js";
import { assign, parties, trace } from "./lib/palette.js";
import { makeBasemap } from "./lib/basemap.js";
import { Marks, prepare, staleness, EVENT_GROUPS, eventGlyph } from "./lib/marks.js";
import { Timeline } from "./lib/timeline.js";
import { showPlace, stateText } from "./views/place.js";
import { showReport } from "./views/report.js";
import { showClaims } from "./views/claims.js";
import { showFigures } from "./views/figures.js";
import { showRelations } from "./views/relations.js";
import { showCaptions } from "./views/captions.js";
import { showReports } from "./views/reports.js";
import { showReview } from "./views/review.js";
import { failure } from "./views/common.js";
import { summary } from "./views/claim.js";
import * as state from "./lib/state.js";

const byId = (id) => document.getElementById(id);
const VIEWS = { map: null, claims: showClaims, figures: showFigures, relations: showRelations, captions: showCaptions, reports: showReports, review: showReview };

let settings, whole, range, base, marks, time, theme;

const on = () => (state.get("on") ? toDay(state.get("on")) : defaultDay());
const known = () => state.get("known");

function defaultDay() { return time ? time.day : range.last; }

async function start() {
  setTheme(state.get("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  await load(state.get("lang") || "en");
  chrome();
  try {
    [settings, whole] = await Promise.all([api.settings(), api.map(null)]);
  } catch (error) {
    byId("page").hidden = false;
    return failure(byId("page"), error, () => location.reload());
  }
  chrome();
  const today = toDay(new Date().toISOString());
  range = findRange(whole, today);
  assign(whole.holders, whole.places);
  makeTime();
  await makeMap();
  state.listen(changed);
  await Promise.all([loadKnown(), showView(), showPanel()]);
}

// The axis covers the days that most claims speak of; a single "since 1974" does not stretch it.
function findRange(map, today) {
  const starts = map.places.flatMap(({ segments }) => segments.flatMap((segment) => segment.confirmed.map((day) => toDay(day)))).sort((a, b) => a - b);
  const firstKnown = map.firstKnown ? toDay(map.firstKnown) : today - 30;
  const lastKnown = map.lastKnown ? toDay(map.lastKnown) : today;
  const low = starts.length ? starts[0] : firstKnown;
  const high = starts.length ? starts[starts.length - 1] : lastKnown;
  const margin = Math.max(21, Math.round((lastKnown - firstKnown) * 0.2));
  let first = Math.max(Math.min(low, firstKnown), firstKnown - margin), last = Math.min(Math.max(high, lastKnown), lastKnown + 60);
  if (last - first < 14) { first -= 7; last += 7; }
  return { first, last, firstKnown, lastKnown };
}

function makeTime() {
  time = new Timeline(byId("time"), range, {
    onDay: (day) => state.set({ on: toISO(day) }),
    onKnown: (day) => state.set({ known: day === null ? null : toISO(day) }),
  });
  const wanted = state.get("on") ? toDay(state.get("on")) : null;
  if (wanted !== null) time.setDay(wanted);
  if (known()) time.setKnown(toDay(known()));
}

async function makeMap() {
  const [lon, lat, zoom] = (state.get("at") || "").split(",").map(Number);
  const view = Number.isFinite(zoom) ? { lon, lat, zoom } : { lon: 40, lat: 35, zoom: 5 };
  byId("map").setAttribute("aria-label", t("map_label"));
  base = await makeBasemap(byId("map"), view, theme);
  marks = new Marks(byId("marks"), base);
  if (!Number.isFinite(zoom)) fitPlaces();
  base.onMoveEnd(() => { const [x, y] = base.center(); state.set({ at: `${x.toFixed(3)},${y.toFixed(3)},${base.zoom().toFixed(2)}` }, { quiet: true }); });
  base.onPointer(hover, (x, y) => {
    const hit = marks.at(x, y);
    if (hit?.place) state.set({ place: hit.place.id, report: null, claim: null }, { push: true });
    else if (hit?.event) state.set({ report: hit.event.report, claim: hit.event.key }, { push: true });
  });
  fetch("basemap/towns.geojson").then((answer) => (answer.ok ? answer.json() : null)).then((data) => {
    if (!data) return;
    marks.towns = data.features.map(({ properties, geometry }) => ({ name: properties.name, rank: properties.scalerank, lon: geometry.coordinates[0], lat: geometry.coordinates[1] })).sort((a, b) => a.rank - b.rank);
    marks.ask();
  }).catch(() => {});
}

// The map opens on the places that are held by someone, without the far outliers.
function fitPlaces() {
  const held = whole.places.filter(({ segments, place }) => segments.length && !["country", "region"].includes(place.kind));
  const list = (held.length ? held : whole.places).map(({ place }) => place);
  if (!list.length) return;
  const sorted = (key) => list.map((place) => place[key]).sort((a, b) => a - b);
  const cut = Math.floor(list.length * 0.06);
  const [lons, lats] = [sorted("lon"), sorted("lat")];
  base.fit(lons[cut], lats[cut], lons[list.length - 1 - cut], lats[list.length - 1 - cut]);
}

function hover(x, y) {
  const tip = byId("tip");
  const hit = x === null ? null : marks.at(x, y);
  base.cursor(hit ? "pointer" : "");
  tip.hidden = !hit;
  if (!hit) return;
  if (hit.place) {
    const segment = hit.place.now;
    const days = segment ? staleness(segment, marks.day) : 0;
    fill(tip, el("strong", { dir: "auto" }, hit.place.name), el("div", { dir: "auto" }, stateText(segment)), days > 0 ? el("div", { class: "sub" }, t("stale", { days })) : null);
  } else fill(tip, el("strong", { dir: "auto" }, summary(hit.event)), el("div", { class: "sub", dir: "auto" }, hit.event.place.name));
  const width = byId("stage").clientWidth;
  tip.style.left = `${Math.min(x + 14, width - 250)}px`;
  tip.style.top = `${y + 14}px`;
}

let latest = 0;
async function loadKnown() {
  const mine = ++latest;
  const day = known();
  try {
    const [map, timeline, events] = await Promise.all([day ? api.map(day) : whole, api.timeline(day), api.events(day)]);
    if (mine !== latest) return;
    marks.places = prepare(map.places);
    marks.events = events.events.map((event) => ({ ...event, dayNumber: toDay(event.start || event.known) }));
    time.setData(timeline.days, timeline.changes);
    if (!state.get("on") && timeline.changes.length && !start.placed) {
      // The first picture is the day of the last change of hands, not the emptiness after it.
      const last = timeline.changes.map((change) => toDay(change.day)).filter((at) => at >= range.first && at <= range.last).at(-1);
      if (last) time.setDay(last);
      start.placed = true;
    }
    step();
  } catch (error) {
    say(error.message === "offline" ? t("offline") : t("error", { what: error.message }));
  }
}

function step() {
  marks.selected = state.get("place");
  marks.showEvents = state.get("events") !== "off";
  marks.setDay(on());
  legend();
}

function legend() {
  const root = byId("legend");
  const counts = new Map();
  for (const place of marks.places) {
    if (!place.now || ["country", "region"].includes(place.kind)) continue;
    for (const id of place.now.holder ? [place.now.holder] : place.now.sides) counts.set(id, (counts.get(id) || 0) + 1);
  }
  const swatch = (draw) => {
    const canvas = el("canvas", { width: 36, height: 36, class: "swatch", "aria-hidden": "true" });
    const context = canvas.getContext("2d");
    context.scale(2, 2);
    draw(context);
    return canvas;
  };
  const shown = parties().filter((one) => counts.get(one.id)).sort((a, b) => counts.get(b.id) - counts.get(a.id)).slice(0, 9);
  const open = root.querySelector("details")?.open ?? innerWidth > 700;
  const listOpen = root.querySelectorAll("details")[1]?.open ?? false;
  const focus = document.activeElement?.dataset?.place;
  const scroll = root.querySelector(".places")?.scrollTop ?? 0;
  const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim();
  const places = marks.places.filter((place) => place.now).sort((a, b) => a.name.localeCompare(b.name));
  fill(root,
    el("details", { open }, el("summary", {}, t("legend")),
      el("ul", { class: "key" },
        shown.map((one) => el("li", {}, swatch((context) => { context.beginPath(); trace(context, one.shape, 9, 9, 6.2); context.fillStyle = one.colour; context.fill(); }), el("span", { dir: "auto" }, one.name), el("span", { class: "count" }, counts.get(one.id)))),
        el("li", { class: "gap" }, swatch((context) => { context.beginPath(); context.arc(9, 9, 6.5, 0, 7); context.fillStyle = "#8899a6"; context.fill(); context.beginPath(); context.arc(9, 9, 6.5, Math.PI / 2, Math.PI * 1.5); context.fillStyle = "#33475b"; context.fill(); }), el("span", {}, t("divided"))),
        el("li", {}, swatch((context) => { ring(context, ink, []); }), el("span", {}, t("contested"))),
        el("li", {}, swatch((context) => { ring(context, ink, [3, 2.5]); }), el("span", {}, t("besieged"))),
        el("li", {}, swatch((context) => { context.beginPath(); context.arc(9, 9, 5, 0, 7); context.strokeStyle = "#8899a6"; context.lineWidth = 2.2; context.stroke(); }), el("span", {}, t("claimed_only")))),
      el("label", { class: "check" }, el("input", { type: "checkbox", checked: marks.showEvents, onchange: (event) => state.set({ events: event.target.checked ? null : "off" }) }), t("events")),
      marks.showEvents ? el("ul", { class: "key" }, Object.entries(EVENT_GROUPS).map(([name, group]) => el("li", {}, swatch((context) => eventGlyph(context, name, 9, 9, 4.2, group.colour, "transparent")), el("span", {}, name === "other" ? t("other_events") : t(name))))) : null),
    el("details", { open: listOpen }, el("summary", {}, `${t("places")} (${places.length})`),
      listOpen || places.length ? el("ul", { class: "places" }, places.slice(0, 400).map((place) => el("li", {}, el("button", { type: "button", "data-place": place.id, "aria-current": String(place.id === state.get("place")),
        onclick: () => { state.set({ place: place.id, report: null, claim: null }, { push: true }); base.fly(place.lon, place.lat, Math.max(base.zoom(), 6.5)); } },
        el("span", { dir: "auto" }, place.name), el("small", { dir: "auto" }, stateText(place.now)))))) : el("p", { class: "empty" }, t("no_places"))));
  if (focus) root.querySelector(`[data-place="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
  const list = root.querySelector(".places");
  if (list) list.scrollTop = scroll;
  if (!marks.places.length) root.append(el("p", { class: "empty" }, t("no_places")));
}

function ring(context, ink, dash) {
  context.beginPath(); context.arc(9, 9, 3.6, 0, 7); context.fillStyle = "#8899a6"; context.fill();
  context.beginPath(); context.arc(9, 9, 7, 0, 7); context.setLineDash(dash); context.strokeStyle = ink; context.lineWidth = 1.6; context.stroke();
}

async function showView() {
  const name = state.get("view") in VIEWS ? state.get("view") : "map";
  for (const node of byId("nav").querySelectorAll("a")) {
    if (node.dataset.view === name) node.setAttribute("aria-current", "page"); else node.removeAttribute("aria-current");
  }
  byId("stage").hidden = name !== "map";
  byId("page").hidden = name === "map";
  byId("time").hidden = !["map", "relations"].includes(name);
  document.body.dataset.view = name;
  if (name === "map") { base?.resize(); marks?.ask(); time?.draw(); return; }
  await VIEWS[name](byId("page"), { on: toISO(on()), known: known(), settings });
}

async function showPanel() {
  const panel = byId("panel");
  const [place, report] = [state.get("place"), state.get("report")];
  const wasHidden = panel.hidden;
  panel.hidden = !place && !report;
  document.body.classList.toggle("with-panel", !panel.hidden);
  if (wasHidden !== panel.hidden) { base?.resize(); marks?.ask(); }
  if (panel.hidden) { panel.dataset.shown = ""; return; }
  const before = panel.dataset.shown;
  if (report) await showReport(panel, report, state.get("claim"));
  else {
    const found = marks.places.find((one) => one.id === place);
    if (found && wasHidden) uncover(found);
    await showPlace(panel, place, on(), known() ? toDay(known()) : null, range);
  }
  if (before !== panel.dataset.shown) panel.focus({ preventScroll: true });
}

// Moves the map where the legend or the panel would cover the place.
function uncover(place) {
  const [x, y] = base.project(place.lon, place.lat);
  const stage = byId("stage");
  const rtl = document.documentElement.dir === "rtl";
  const narrow = innerWidth <= 760;
  const inset = narrow ? 0 : 290;
  const [left, right] = rtl ? [20, stage.clientWidth - inset] : [inset, stage.clientWidth - 20];
  const bottom = narrow ? stage.clientHeight * 0.34 : stage.clientHeight - 20;
  if (x < left || x > right || y < 20 || y > bottom) base.fly(place.lon, narrow ? place.lat - 180 / 2 ** base.zoom() : place.lat);
}

let panelTimer = null;
function changed(keys) {
  const has = (...names) => names.some((name) => keys.has(name));
  if (has("lang")) return location.reload();
  if (has("theme")) { setTheme(state.get("theme") || "light"); base.theme(theme); marks.ask(); time.draw(); chrome(); }
  if (has("on") && time.day !== on()) time.setDay(on());
  if (has("known")) { time.setKnown(known() ? toDay(known()) : null); loadKnown(); }
  if (has("on", "place", "events")) step();
  if (has("view", "q", "kind", "type", "modality", "publisher", "measure", "sort") || (has("known") && state.get("view")) || (has("on") && state.get("view") === "relations")) showView();
  if (has("place", "report", "claim")) showPanel();
  else if (has("on", "known") && !state.get("report") && state.get("place")) { clearTimeout(panelTimer); panelTimer = setTimeout(showPanel, 120); }
}

function setTheme(name) {
  theme = name === "dark" ? "dark" : "light";
  document.documentElement.dataset.theme = theme;
}

// The bar above: views, language, theme, sources and licences.
function chrome() {
  document.querySelector("[data-text=skip]").textContent = t("skip");
  byId("nav").setAttribute("aria-label", t("views"));
  byId("nav").replaceChildren(...Object.keys(VIEWS).filter((name) => name !== "review" || !settings?.isPublic).map((name) => el("a", { href: `?view=${name}`, "data-view": name, "aria-current": (state.get("view") || "map") === name ? "page" : null,
    onclick: (event) => { if (event.metaKey || event.ctrlKey) return; event.preventDefault(); state.set({ view: name === "map" ? null : name, report: null, claim: null, sort: null }, { push: true }); } }, t(name))));
  const other = language() === "ar" ? "en" : "ar";
  byId("language").textContent = languages[other];
  byId("language").lang = other;
  byId("language").onclick = () => state.set({ lang: other === "en" ? null : other }, { push: true });
  byId("theme").textContent = t(theme === "dark" ? "light" : "dark");
  byId("theme").onclick = () => state.set({ theme: theme === "dark" ? "light" : "dark" });
  byId("about").textContent = t("about");
  byId("about").onclick = () => {
    const dialog = byId("dialog");
    fill(dialog, el("h2", {}, `Dateline ${settings?.version ?? ""}`), el("p", {}, settings ? t("claims_total", { claims: settings.claims, reports: settings.reports }) : ""), el("h3", {}, t("attribution")),
      el("pre", { class: "notice" }, settings?.notice || "MapLibre GL JS (BSD-3-Clause). Natural Earth (public domain). GeoNames (CC BY 4.0)."),
      el("form", { method: "dialog" }, el("button", { type: "submit" }, t("close"))));
    dialog.showModal();
  };
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || byId("dialog").open) return;
  if (state.get("report")) state.set({ report: null, claim: null }, { push: true });
  else if (state.get("place")) state.set({ place: null }, { push: true });
});

start();
