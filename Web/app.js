// The page: puts the map, the time axis, the views and the panel together, and keeps them in step with the address.

import { el, fill, say } from "./lib/dom.js";
import { api, useToken } from "./lib/api.js";
import { load, t, language } from "./lib/texts.js";
import { toDay, toISO } from "./lib/days.js";
import { assign } from "./lib/palette.js";
import { makeBasemap } from "./lib/basemap.js";
import { Marks } from "./lib/marks.js";
import { Picture, changesOf, staleness, EventStore } from "./lib/model.js";
import { Timeline } from "./lib/timeline.js";
import { Legend } from "./lib/legend.js";
import { chrome, setTheme } from "./lib/chrome.js";
import { follow } from "./lib/live.js";
import { showPlace, stateText } from "./views/place.js";
import { showEvents } from "./views/events.js";
import { showReport } from "./views/report.js";
import { showClaims } from "./views/claims.js";
import { showFigures } from "./views/figures.js";
import { showRelations } from "./views/relations.js";
import { showCaptions } from "./views/captions.js";
import { showReports } from "./views/reports.js";
import { showReview } from "./views/review.js";
import { showAccount, showDoor } from "./views/account.js";
import { busy, failure } from "./views/common.js";
import { words } from "./views/claim.js";
import * as state from "./lib/state.js";

const byId = (id) => document.getElementById(id);
const VIEWS = { map: null, claims: showClaims, figures: showFigures, relations: showRelations, captions: showCaptions, reports: showReports, review: showReview, account: showAccount };
const FILTERS = ["q", "kind", "type", "modality", "publisher", "source", "actor", "where", "confidence", "from", "to"];

const page = { session: null, settings: null, range: null, base: null, marks: null, time: null, legend: null, picture: null, theme: "light" };

const on = () => page.time.day;
const known = () => state.get("known");
const brush = () => (state.get("from") && state.get("to") ? [toDay(state.get("from")), toDay(state.get("to"), true)] : null);

async function start() {
  page.theme = setTheme(state.get("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  await load(state.get("lang") || "en");
  chrome(page, VIEWS);
  const root = byId("page");
  root.hidden = false;
  busy(root);
  try {
    page.session = await api.session();
    useToken(page.session.csrf);
    if (!page.session.role) return showDoor(root);
    // The day that the address asks for can be asked for before the settings say which days there are.
    page.picture = new Picture(known(), drawn);
    const day = state.get("on") ? toDay(state.get("on")) : null;
    [page.settings] = await Promise.all([api.settings(), page.picture.show(day)]);
    await open();
  } catch (error) {
    console.warn(error);
    failure(root, error, () => location.reload());
  }
}

async function open() {
  page.range = findRange();
  chrome(page, VIEWS);
  const wanted = state.get("on") ? toDay(state.get("on")) : page.range.told;
  page.time = new Timeline(byId("time"), page.range, {
    day: Math.max(page.range.first, Math.min(page.range.last, wanted)),
    onDay: (day) => state.set({ on: toISO(day) }),
    onKnown: (day) => state.set({ known: day === null ? null : toISO(day) }),
    onBrush: (days) => state.set({ from: days ? toISO(days[0]) : null, to: days ? toISO(days[1]) : null }),
  });
  if (known()) page.time.setKnown(toDay(known()));
  if (brush()) page.time.setBrush(brush());
  // The map must be seen to be measured.
  byId("page").hidden = true;
  byId("stage").hidden = false;
  await makeMap(page.picture.places);
  page.picture.day ??= on();
  drawn();
  requestAnimationFrame(() => performance.mark("map painted"));
  state.listen(changed);
  follow(page, () => renew());
  complete(page.picture);
  await Promise.all([showView(), showPanel()]);
  document.body.dataset.ready = "yes";
}

// The axis covers the days that most claims speak of: a single "since 1974" does not stretch it. The page opens on the
// last day that the record tells of.
function findRange() {
  const { settings } = page;
  const told = settings.lastTold ? toDay(settings.lastTold) : toDay(new Date().toISOString());
  const lastKnown = settings.lastKnown ? toDay(settings.lastKnown) : told;
  const firstKnown = settings.firstKnown ? toDay(settings.firstKnown) : told - 30;
  const margin = Math.max(21, Math.round((lastKnown - firstKnown) * 0.2));
  const low = settings.firstTold ? toDay(settings.firstTold) : firstKnown;
  let first = Math.max(Math.min(low, firstKnown), firstKnown - margin);
  let last = Math.max(told, lastKnown);
  if (last - first < 14) { first -= 7; last += 7; }
  return { first, last, told, firstKnown, lastKnown };
}

async function makeMap(places) {
  const [lon, lat, zoom] = (state.get("at") || "").split(",").map(Number);
  const placed = Number.isFinite(zoom);
  byId("map").setAttribute("aria-label", t("map_label"));
  const base = await makeBasemap(byId("map"), placed ? { lon, lat, zoom } : { lon: 40, lat: 35, zoom: 5 }, page.theme, page.settings.tiles);
  if (page.settings.tilesCredit) byId("stage").append(el("p", { class: "tilecredit", dir: "auto" }, page.settings.tilesCredit));
  page.base = base;
  page.marks = new Marks(byId("marks"), base);
  page.legend = new Legend(byId("legend"), page.marks, base);
  if (!placed) fitPlaces(places);
  base.onMoveEnd(() => { const [x, y] = base.center(); state.set({ at: `${x.toFixed(3)},${y.toFixed(3)},${base.zoom().toFixed(2)}` }, { quiet: true }); });
  base.onPointer(hover, (x, y) => {
    const hit = page.marks.hit(x, y);
    if (hit?.place) state.set({ place: hit.place.id, report: null, claim: null, spot: null }, { push: true });
    else if (hit?.spot) state.set({ spot: hit.spot.id, place: null, report: null, claim: null }, { push: true });
    else if (hit?.flow) state.set({ spot: hit.flow.from.id, place: null, report: null, claim: null }, { push: true });
  });
  nameGround();
}

// Names of the ground; the map is drawn without them until they have come, or where there are none.
async function nameGround() {
  const read = async (name) => {
    try {
      const answer = await fetch(`basemap/${name}.geojson`);
      if (answer.ok) return (await answer.json()).features.map(({ properties, geometry }) => ({ ...properties, lon: geometry.coordinates[0], lat: geometry.coordinates[1] }));
    } catch { /* no such file in this installation */ }
    return [];
  };
  const [towns, names] = await Promise.all([read("towns"), read("names")]);
  page.marks.towns = towns.sort((a, b) => a.scalerank - b.scalerank);
  page.marks.names = names.sort((a, b) => b.size - a.size);
  page.marks.ask();
}

// The map opens on the places that are held by someone: those around their middle, for one name that was taken for a town
// on another continent must not make the rest too small to see.
function fitPlaces(places) {
  const held = places.filter(({ rows, kind }) => rows.length && !["country", "region", "admin1"].includes(kind));
  const list = held.length ? held : places;
  if (!list.length) return;
  const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  const [lon, lat] = [middle(list.map((place) => place.lon)), middle(list.map((place) => place.lat))];
  const away = (place) => Math.max(Math.abs(place.lon - lon), Math.abs(place.lat - lat));
  const limit = Math.max(1, 4 * middle(list.map(away)));
  const near = list.filter((place) => away(place) <= limit);
  const edge = (key, pick) => pick(...near.map((place) => place[key]));
  page.base.fit(edge("lon", Math.min), edge("lat", Math.min), edge("lon", Math.max), edge("lat", Math.max));
}

function hover(x, y) {
  const tip = byId("tip");
  const hit = x === null ? null : page.marks.hit(x, y);
  page.base.cursor(hit ? "pointer" : "");
  tip.hidden = !hit;
  if (!hit) return;
  if (hit.place) {
    const segment = hit.place.now;
    const days = segment ? staleness(segment, page.marks.day) : 0;
    fill(tip, el("strong", { dir: "auto" }, hit.place.name), el("div", { dir: "auto" }, stateText(segment)), days > 0 ? el("div", { class: "sub" }, t("stale", { days })) : null);
  } else if (hit.flow) fill(tip, el("strong", { dir: "auto" }, `${hit.flow.from.name} → ${hit.flow.to.name}`), el("div", { class: "sub" }, words(hit.flow.type)));
  else fill(tip, el("strong", { dir: "auto" }, hit.spot.name), el("div", {}, `${hit.group === "other" ? t("other_events") : t(hit.group)}: ${hit.count}`));
  tip.style.left = `${Math.min(x + 14, byId("stage").clientWidth - 250)}px`;
  tip.style.top = `${Math.min(y + 14, byId("stage").clientHeight - 80)}px`;
}

// There is something new in the picture: it is drawn, and the axis gets its marks where all of it is there.
function drawn() {
  const { picture, marks, time } = page;
  assign(picture.holders);
  if (!marks) return;
  marks.places = picture.places;
  if (picture.whole) time.setChanges(changesOf(picture.places.filter((place) => !["country", "region"].includes(place.kind))));
  step();
}

// Fetches what a first look does not need: counts by day, movements, the history of every place.
async function complete(picture) {
  byId("stage").setAttribute("aria-busy", "true");
  try {
    const [timeline, { flows }] = await Promise.all([api.timeline(picture.known), api.flows(picture.known), picture.complete()]);
    if (picture !== page.picture) return;
    const total = timeline.days.reduce((sum, [, events]) => sum + events, 0);
    page.marks.events = new EventStore(picture.known, total, () => page.marks.ask());
    page.marks.flows = flows.map((flow) => ({ ...flow, number: toDay(flow.day) }));
    page.time.setDays(timeline.days);
    step();
    document.body.dataset.complete = "yes";
  } catch (error) {
    if (picture === page.picture) trouble(error);
  } finally {
    if (picture === page.picture) byId("stage").removeAttribute("aria-busy");
  }
}

function trouble(error) { say(error.message === "offline" ? t("offline") : t("error", { what: error.message })); }

// Another day of knowledge, or a record that has grown: the old picture stays until the new one has come.
async function renew() {
  const picture = new Picture(known(), () => { if (picture === page.picture) drawn(); });
  page.renewing = picture;
  byId("stage").setAttribute("aria-busy", "true");
  try { await picture.show(on()); } catch (error) {
    byId("stage").removeAttribute("aria-busy");
    return trouble(error);
  }
  if (page.renewing !== picture) return;
  page.picture = picture;
  drawn();
  await complete(picture);
}

function step() {
  const { marks, picture } = page;
  picture.show(on()).catch(trouble);
  marks.selected = state.get("place");
  marks.showEvents = state.get("events") !== "off";
  marks.setDay(on(), brush());
  page.legend.draw();
}

async function showView() {
  const name = state.get("view") in VIEWS ? state.get("view") : "map";
  for (const node of byId("nav").querySelectorAll("a")) {
    if (node.dataset.view === name) { node.setAttribute("aria-current", "page"); node.scrollIntoView({ inline: "center", block: "nearest" }); } else node.removeAttribute("aria-current");
  }
  byId("stage").hidden = name !== "map";
  byId("page").hidden = name === "map";
  byId("time").hidden = !["map", "relations"].includes(name);
  document.body.dataset.view = name;
  document.title = name === "map" ? "Dateline" : `${t(name)} · Dateline`;
  if (name === "map") { page.base.resize(); page.marks.ask(); page.time.draw(); return; }
  await VIEWS[name](byId("page"), { on: toISO(on()), known: known(), settings: page.settings, session: page.session, theme: page.theme, range: page.range });
}

async function showPanel() {
  const panel = byId("panel");
  const [place, report, spot] = [state.get("place"), state.get("report"), state.get("spot")];
  const wasHidden = panel.hidden;
  panel.hidden = !place && !report && !spot;
  document.body.classList.toggle("with-panel", !panel.hidden);
  if (wasHidden !== panel.hidden) { page.base.resize(); page.marks.ask(); }
  if (panel.hidden) { panel.dataset.shown = ""; return; }
  const before = panel.dataset.shown;
  if (report) await showReport(panel, report, state.get("claim"));
  else if (place) {
    const found = page.marks.places.find((one) => one.id === place);
    if (found && wasHidden) uncover(found);
    await showPlace(panel, place, on(), known() ? toDay(known()) : null, page.range, page.picture);
  } else await showEvents(panel, spot, page.marks.eventDays(), known());
  if (before !== panel.dataset.shown) panel.focus({ preventScroll: true });
}

// Moves the map where the legend or the panel would cover the place.
function uncover(place) {
  const [x, y] = page.base.project(place.lon, place.lat);
  const stage = byId("stage");
  const rtl = document.documentElement.dir === "rtl";
  const narrow = innerWidth <= 760;
  const inset = narrow ? 0 : 290;
  const [left, right] = rtl ? [20, stage.clientWidth - inset] : [inset, stage.clientWidth - 20];
  const bottom = narrow ? stage.clientHeight * 0.34 : stage.clientHeight - 20;
  if (x < left || x > right || y < 20 || y > bottom) page.base.fly(place.lon, narrow ? place.lat - 180 / 2 ** page.base.zoom() : place.lat);
}

let panelTimer = null;
function changed(keys) {
  const has = (...names) => names.some((name) => keys.has(name));
  if (has("lang")) return location.reload();
  if (has("theme")) {
    page.theme = setTheme(state.get("theme") || "light");
    page.base.theme(page.theme);
    page.time.draw();
    page.legend.build();
    chrome(page, VIEWS);
    step();
  }
  if (has("on")) { const wanted = state.get("on") ? toDay(state.get("on")) : page.range.told; if (page.time.day !== wanted) page.time.setDay(wanted); }
  if (has("from", "to")) page.time.setBrush(brush());
  if (has("known")) { page.time.setKnown(known() ? toDay(known()) : null); renew(); }
  if (has("on", "place", "events", "from", "to")) step();
  const view = state.get("view");
  if (has("view", "measure", "sort", ...FILTERS) || (has("known") && view) || (has("on") && view === "relations")) showView();
  if (has("place", "report", "claim", "spot")) showPanel();
  else if (has("on", "known", "from", "to") && !state.get("report") && (state.get("place") || state.get("spot"))) { clearTimeout(panelTimer); panelTimer = setTimeout(showPanel, 120); }
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || byId("dialog").open) return;
  if (state.get("report")) state.set({ report: null, claim: null }, { push: true });
  else if (state.get("place") || state.get("spot")) state.set({ place: null, spot: null }, { push: true });
  else if (state.get("from")) state.set({ from: null, to: null });
});

start();
