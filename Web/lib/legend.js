// The key of the map and the list of its places: what the canvas shows, for those who read rather than look.

import { el, fill } from "./dom.js";
import { t } from "./texts.js";
import { parties, trace } from "./palette.js";
import { EVENT_GROUPS, eventColour, eventGlyph } from "./marks.js";
import { stateText } from "../views/place.js";
import * as state from "./state.js";

const GREY = "#8899a6";

function swatch(draw) {
  const canvas = el("canvas", { width: 36, height: 36, class: "swatch", "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  draw(context);
  return canvas;
}

function disc(context, r, colour, from = 0, to = 7) {
  context.beginPath(); context.arc(9, 9, r, from, to); context.fillStyle = colour; context.fill();
}

function ring(context, ink, dash) {
  disc(context, 3.6, GREY);
  context.beginPath(); context.arc(9, 9, 7, 0, 7); context.setLineDash(dash); context.strokeStyle = ink; context.lineWidth = 1.6; context.stroke();
}

function triangle(context) {
  context.beginPath(); context.moveTo(9, 4); context.lineTo(14, 13); context.lineTo(4, 13); context.closePath();
  context.strokeStyle = GREY; context.lineWidth = 1.6; context.stroke();
}

function arrow(context) {
  context.beginPath(); context.moveTo(2, 13); context.quadraticCurveTo(8, 3, 15, 7); context.moveTo(11.5, 4); context.lineTo(15, 7); context.lineTo(11, 9.5);
  context.strokeStyle = eventColour("movement"); context.lineWidth = 1.8; context.stroke();
}

const STATES = [
  ["divided", (context) => { disc(context, 6.5, GREY); disc(context, 6.5, "#33475b", Math.PI / 2, Math.PI * 1.5); }],
  ["contested", (context, ink) => ring(context, ink, [])],
  ["besieged", (context, ink) => ring(context, ink, [3, 2.5])],
  ["claimed_only", (context) => { context.beginPath(); context.arc(9, 9, 5, 0, 7); context.strokeStyle = GREY; context.lineWidth = 2.2; context.stroke(); }],
  ["unheld", (context) => { context.beginPath(); context.arc(9, 9, 2.8, 0, 7); context.strokeStyle = GREY; context.lineWidth = 1.5; context.stroke(); }],
  ["camp", triangle],
];

export class Legend {
  constructor(root, marks, base) {
    Object.assign(this, { root, marks, base, rows: new Map() });
    this.holders = el("ul", { class: "key" });
    this.places = el("ul", { class: "places" });
    this.count = el("summary", {}, t("places"));
    this.box = el("input", { type: "checkbox", checked: true, onchange: () => state.set({ events: this.box.checked ? null : "off" }) });
    this.list = el("details", { class: "list", ontoggle: () => this.drawPlaces() }, this.count, this.places);
    this.build();
  }

  build() {
    const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim();
    fill(this.root,
      el("details", { open: innerWidth > 760 }, el("summary", {}, t("legend")),
        this.holders,
        el("ul", { class: "key gap" }, STATES.map(([name, draw]) => el("li", {}, swatch((context) => draw(context, ink)), el("span", {}, t(name))))),
        el("label", { class: "check" }, this.box, t("events")),
        el("ul", { class: "key" }, Object.keys(EVENT_GROUPS).map((name) => el("li", {}, swatch((context) => eventGlyph(context, name, 9, 9, 4.2, eventColour(name), "transparent")), el("span", {}, name === "other" ? t("other_events") : t(name)))), el("li", {}, swatch(arrow), el("span", {}, t("flows"))))),
      this.list);
  }

  draw() {
    const counts = new Map();
    for (const place of this.marks.places) {
      if (!place.now || ["country", "region"].includes(place.kind)) continue;
      for (const id of place.now.holder ? [place.now.holder] : place.now.sides) counts.set(id, (counts.get(id) || 0) + 1);
    }
    this.box.checked = this.marks.showEvents;
    const shown = parties().filter((one) => counts.get(one.id)).sort((a, b) => counts.get(b.id) - counts.get(a.id) || a.rank - b.rank).slice(0, 9);
    const rows = shown.map((one) => this.row(one, counts.get(one.id)));
    if (rows.length !== this.holders.children.length || rows.some((row, i) => row !== this.holders.children[i])) this.holders.replaceChildren(...rows);
    if (!rows.length) fill(this.holders, el("li", { class: "empty" }, this.marks.places.length ? t("nobody") : t("no_places")));
    this.held = this.marks.places.filter((place) => place.now);
    this.count.textContent = `${t("places")} (${this.held.length})`;
    this.drawPlaces();
  }

  // A party's line, made once: a step of the slider changes its number.
  row(one, count) {
    let row = this.rows.get(one.id);
    if (!row) {
      row = el("li", {}, swatch((context) => { context.beginPath(); trace(context, one.shape, 9, 9, 6.2); context.fillStyle = one.colour; context.fill(); }), el("span", { dir: "auto" }, one.name), el("span", { class: "count" }));
      this.rows.set(one.id, row);
    }
    row.lastChild.textContent = count;
    return row;
  }

  // The list is made only while it is open: a step of the slider does not pay for it.
  drawPlaces() {
    if (!this.list.open) return this.places.replaceChildren();
    const focus = document.activeElement?.dataset?.place;
    const scroll = this.places.scrollTop;
    const sorted = [...(this.held || [])].sort((a, b) => b.claims - a.claims).slice(0, 300).sort((a, b) => a.name.localeCompare(b.name));
    fill(this.places, sorted.map((place) => el("li", {}, el("button", { type: "button", "data-place": place.id, "aria-current": String(place.id === state.get("place")),
      onclick: () => { state.set({ place: place.id, report: null, claim: null, spot: null }, { push: true }); this.base.fly(place.lon, place.lat, Math.max(this.base.zoom(), 6.5)); } },
    el("span", { dir: "auto" }, place.name), el("small", { dir: "auto" }, stateText(place.now))))));
    if (focus) this.places.querySelector(`[data-place="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
    this.places.scrollTop = scroll;
  }
}
