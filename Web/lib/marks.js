// The marks above the ground: places by holder, events by type, movements, names. Drawn on one canvas from arrays in
// memory.

import { party, trace } from "./palette.js";
import { segmentOn, staleness } from "./model.js";

export const EVENT_GROUPS = {
  battle: { colour: "#b03a2e", types: ["armed_clash", "offensive", "advance", "attack", "siege", "siege_lifted"] },
  explosion: { colour: "#b86a00", types: ["air_strike", "shelling", "missile_attack", "suicide_bombing", "ied", "landmine", "grenade", "chemical_weapon"] },
  violence: { colour: "#8e44ad", types: ["killing", "execution", "sexual_violence", "abduction", "arrest", "mob_violence", "excessive_force_against_protesters"] },
  movement: { colour: "#1f7a8c", types: ["displacement", "return", "evacuation", "withdrawal", "surrender", "deployment"] },
  other: { colour: "#5d6d7e", types: [] },
};
const groupOf = new Map();
for (const [name, group] of Object.entries(EVENT_GROUPS)) for (const type of group.types) groupOf.set(type, name);
export const eventGroup = (type) => groupOf.get(type) || "other";

const COARSE = new Set(["country", "region", "admin1", "water", "physical"]);
const fade = (days) => (days <= 14 ? 1 : Math.max(0.4, 1 - (days - 14) / 260));

export class Marks {
  constructor(canvas, base) {
    Object.assign(this, { canvas, base, places: [], events: null, flows: [], towns: [], day: 0, window: null, selected: null, showEvents: true, hits: [] });
    base.onDraw(() => this.draw());
  }

  ask() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => { this.asked = false; this.draw(); });
  }

  // window: [first, last] of the events shown; the week up to the day where null.
  setDay(day, window = null) {
    this.day = day;
    this.window = window;
    for (const place of this.places) place.now = segmentOn(place, day);
    this.ask();
  }

  eventDays() { return this.window ?? [this.day - 6, this.day]; }

  draw() {
    const { canvas, base } = this;
    const ratio = devicePixelRatio || 1;
    const width = canvas.clientWidth, height = canvas.clientHeight;
    if (!width) return;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.direction = "ltr";
    context.textAlign = "left";
    const css = getComputedStyle(document.documentElement);
    for (const name of ["ink", "halo", "faint"]) this[name] = css.getPropertyValue(`--${name}`).trim();
    const zoom = base.zoom();
    this.hits = [];
    this.grid = new Set();
    const seen = (x, y) => x > -20 && y > -20 && x < width + 20 && y < height + 20;
    if (this.showEvents) this.drawFlows(context, seen);
    const labels = [];
    for (const place of this.places) {
      if (COARSE.has(place.kind) || (!place.now && place.kind !== "settlement" && place.kind !== "camp")) continue;
      const [x, y] = base.project(place.lon, place.lat);
      if (!seen(x, y)) continue;
      const size = place.now ? Math.min(13, 5 + Math.log2(1 + place.claims) * 0.9) * (zoom < 4.5 ? 0.7 : 1) : 3;
      this.drawPlace(context, place, x, y, size);
      this.hits.push({ x, y, r: Math.max(size, 9), place });
      if (place.now || zoom > 6.2 || place.id === this.selected) labels.push({ x, y, r: size, place });
    }
    if (this.showEvents) this.drawEvents(context, zoom, seen);
    // The places most spoken of are named first; on a crowded map only as many as can be read.
    for (let i = labels.length - 1, left = 140; i >= 0 && left > 0; i--) {
      const { place } = labels[i];
      if (this.label(context, place.name, labels[i], place.now ? 600 : 400, place.now ? 12.5 : 11.5, place.now ? this.ink : this.faint)) left--;
    }
    this.drawTowns(context, zoom, seen);
  }

  drawPlace(context, place, x, y, r) {
    const segment = place.now;
    if (place.id === this.selected) ring(context, x, y, r + 7, this.ink, 2);
    if (!segment) {
      context.beginPath();
      if (place.kind === "camp") { context.moveTo(x, y - 5); context.lineTo(x + 5, y + 4); context.lineTo(x - 5, y + 4); context.closePath(); } else context.arc(x, y, r, 0, 2 * Math.PI);
      context.fillStyle = this.halo;
      context.fill();
      context.strokeStyle = this.faint;
      context.lineWidth = 1.4;
      context.stroke();
      return;
    }
    context.globalAlpha = fade(staleness(segment, this.day));
    const sides = segment.sides.map(party);
    const main = segment.holder ? party(segment.holder) : sides[0] || party("unknown");
    const outline = (shape, radius) => { context.beginPath(); trace(context, shape, x, y, radius); };
    if (segment.state === "divided") {
      const second = sides.find((side) => side.id !== main.id) || { colour: this.faint };
      outline("circle", r); context.fillStyle = second.colour; context.fill();
      context.beginPath(); context.arc(x, y, r, Math.PI / 2, Math.PI * 1.5); context.closePath();
      context.fillStyle = main.colour; context.fill();
      context.beginPath(); context.moveTo(x, y - r); context.lineTo(x, y + r);
      context.strokeStyle = this.halo; context.lineWidth = 1.6; context.stroke();
      outline("circle", r);
    } else if (segment.state === "claimed") {
      outline(main.shape, r * 0.9); context.fillStyle = this.halo; context.fill();
      context.strokeStyle = main.colour; context.lineWidth = 2.4; context.stroke();
      context.globalAlpha = 1;
      return;
    } else {
      outline(main.shape, r);
      context.fillStyle = main.colour;
      context.fill();
    }
    context.strokeStyle = this.halo;
    context.lineWidth = 1.6;
    context.stroke();
    if (segment.state === "contested" || segment.state === "besieged") {
      const other = segment.besieger ? party(segment.besieger) : sides.find((side) => side.id !== main.id);
      context.setLineDash(segment.state === "besieged" ? [5, 4] : []);
      ring(context, x, y, r + 4.5, other?.colour || this.ink, 2.4);
      context.setLineDash([]);
    }
    context.globalAlpha = 1;
  }

  // One sign for each sort of event at a place, around its mark; a number where there are several.
  drawEvents(context, zoom, seen) {
    const [first, last] = this.eventDays();
    const spots = new Map();
    this.events?.each(first, last, ({ day, type, spot }) => {
      let found = spots.get(spot);
      if (!found) spots.set(spot, (found = { spot, groups: new Map() }));
      const name = eventGroup(type);
      const group = found.groups.get(name) || { count: 0, newest: 0 };
      group.count++;
      group.newest = Math.max(group.newest, day);
      found.groups.set(name, group);
    });
    for (const { spot, groups } of spots.values()) {
      const [x, y] = this.base.project(spot.lon, spot.lat);
      if (!seen(x, y)) continue;
      let turn = 0;
      for (const [name, group] of groups) {
        const angle = -Math.PI / 4 + turn++ * 0.85;
        const px = x + 18 * Math.cos(angle), py = y + 18 * Math.sin(angle);
        context.globalAlpha = 1 - ((last - group.newest) / (last - first + 1)) * 0.55;
        eventGlyph(context, name, px, py, zoom < 5 ? 3.4 : 4.4, EVENT_GROUPS[name].colour, this.halo);
        context.globalAlpha = 1;
        if (group.count > 1) this.number(context, group.count, px + 5, py - 3);
        this.reserve(px - 6, py - 6, px + 6, py + 6);
        this.hits.push({ x: px, y: py, r: 7, spot, group: name, count: group.count });
      }
    }
  }

  number(context, count, x, y) {
    context.font = '600 9px system-ui, "Noto Sans", sans-serif';
    context.strokeStyle = this.halo;
    context.lineWidth = 2.6;
    context.lineJoin = "round";
    context.strokeText(count, x, y);
    context.fillStyle = this.ink;
    context.fillText(count, x, y);
  }

  // Movements of the month up to the day, as arrows that bend.
  drawFlows(context, seen) {
    const [first, last] = this.window ?? [this.day - 30, this.day];
    const drawn = new Map();
    for (const flow of this.flows) {
      if (flow.number < first || flow.number > last) continue;
      const key = `${flow.from.id}>${flow.to.id}`;
      const found = drawn.get(key);
      if (found) found.count++; else drawn.set(key, { flow, count: 1 });
    }
    context.lineCap = "round";
    for (const { flow, count } of drawn.values()) {
      const a = this.base.project(flow.from.lon, flow.from.lat), b = this.base.project(flow.to.lon, flow.to.lat);
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (length < 24 || (!seen(...a) && !seen(...b))) continue;
      const bend = [(a[0] + b[0]) / 2 - (b[1] - a[1]) * 0.18, (a[1] + b[1]) / 2 + (b[0] - a[0]) * 0.18];
      const share = 1 - 12 / length;
      const tip = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      const angle = Math.atan2(tip[1] - bend[1], tip[0] - bend[0]);
      const path = new Path2D();
      path.moveTo(...a);
      path.quadraticCurveTo(...bend, ...tip);
      for (const turn of [-2.6, 2.6]) { path.moveTo(...tip); path.lineTo(tip[0] + 8 * Math.cos(angle + turn), tip[1] + 8 * Math.sin(angle + turn)); }
      const wide = Math.min(5, 1.6 + Math.log2(count));
      context.strokeStyle = this.halo; context.lineWidth = wide + 2.4; context.stroke(path);
      context.strokeStyle = EVENT_GROUPS.movement.colour; context.lineWidth = wide; context.stroke(path);
      const middle = [(a[0] + 2 * bend[0] + tip[0]) / 4, (a[1] + 2 * bend[1] + tip[1]) / 4];
      this.hits.push({ x: middle[0], y: middle[1], r: 9, flow, count });
    }
  }

  drawTowns(context, zoom, seen) {
    const limit = zoom < 3 ? 1 : zoom < 4.2 ? 2 : zoom < 5.2 ? 4 : zoom < 6.2 ? 6 : zoom < 7.2 ? 7 : 10;
    for (const town of this.towns) {
      if (town.rank > limit) break;
      const [x, y] = this.base.project(town.lon, town.lat);
      if (!seen(x, y)) continue;
      if (this.hits.some((hit) => hit.place && Math.abs(hit.x - x) < 12 && Math.abs(hit.y - y) < 12)) continue;
      if (this.label(context, town.name, { x, y, r: 3 }, 400, 11, this.faint)) {
        context.beginPath();
        context.arc(x, y, 1.8, 0, 2 * Math.PI);
        context.fillStyle = this.faint;
        context.fill();
      }
    }
  }

  // Screen cells that are written on: a set is looked up as fast with ten names as with a thousand.
  cells(left, top, right, bottom) {
    const found = [];
    for (let i = Math.floor(left / 8); i <= Math.floor(right / 8); i++) for (let j = Math.floor(top / 8); j <= Math.floor(bottom / 8); j++) found.push(i * 4096 + j);
    return found;
  }

  reserve(...box) { for (const cell of this.cells(...box)) this.grid.add(cell); }

  // Writes a name where it covers no other: right of the mark, else left, below, above.
  label(context, text, { x, y, r }, weight, size, colour) {
    context.font = `${weight} ${size}px system-ui, "Noto Sans", sans-serif`;
    const width = context.measureText(text).width;
    const spots = [[x + r + 6, y + 4], [x - r - 6 - width, y + 4], [x - width / 2, y + r + 15], [x - width / 2, y - r - 7]];
    for (const [px, py] of spots) {
      const cells = this.cells(px - 1, py - size + 2, px + width + 1, py + 2);
      if (cells.some((cell) => this.grid.has(cell))) continue;
      for (const cell of cells) this.grid.add(cell);
      context.lineJoin = "round";
      context.strokeStyle = this.halo;
      context.lineWidth = 3.2;
      context.strokeText(text, px, py);
      context.fillStyle = colour;
      context.fillText(text, px, py);
      return true;
    }
    return false;
  }

  at(x, y) {
    let best = null, nearest = Infinity;
    for (const hit of this.hits) {
      const distance = Math.hypot(hit.x - x, hit.y - y);
      if (distance <= hit.r + 4 && distance < nearest) [best, nearest] = [hit, distance];
    }
    return best;
  }
}

function ring(context, x, y, r, colour, width) {
  context.beginPath();
  context.arc(x, y, r, 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

export function eventGlyph(context, group, x, y, r, colour, halo) {
  context.beginPath();
  const line = (...points) => points.forEach(([px, py], i) => (i ? context.lineTo(x + px * r, y + py * r) : context.moveTo(x + px * r, y + py * r)));
  if (group === "battle") { line([-1, -1], [1, 1]); line([1, -1], [-1, 1]); }
  else if (group === "explosion") for (let i = 0; i < 4; i++) { const a = (i * Math.PI) / 4; line([Math.cos(a) * 1.2, Math.sin(a) * 1.2], [-Math.cos(a) * 1.2, -Math.sin(a) * 1.2]); }
  else if (group === "violence") { line([0, -1.2], [1.1, 0.9], [-1.1, 0.9], [0, -1.2]); }
  else if (group === "movement") { line([-1.2, 0], [1.2, 0]); line([0.3, -0.8], [1.2, 0], [0.3, 0.8]); }
  else { context.moveTo(x + r * 0.8, y); context.arc(x, y, r * 0.8, 0, 2 * Math.PI); }
  context.lineCap = "round";
  context.strokeStyle = halo; context.lineWidth = 4.4; context.stroke();
  context.strokeStyle = colour; context.lineWidth = 2; context.stroke();
}
