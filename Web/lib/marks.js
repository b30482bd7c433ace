// The marks above the ground: places by holder, events by type, names. Drawn on one canvas from arrays in memory, so
// that a step of the time slider is a loop and never a request.

import { party, trace } from "./palette.js";
import { toDay } from "./days.js";

export const EVENT_GROUPS = {
  battle: { colour: "#b03a2e", types: ["armed_clash", "offensive", "advance", "attack", "siege", "siege_lifted"] },
  explosion: { colour: "#c77700", types: ["air_strike", "shelling", "missile_attack", "suicide_bombing", "ied", "landmine", "grenade", "chemical_weapon"] },
  violence: { colour: "#8e44ad", types: ["killing", "execution", "sexual_violence", "abduction", "arrest", "mob_violence", "excessive_force_against_protesters"] },
  movement: { colour: "#1f7a8c", types: ["displacement", "return", "evacuation", "withdrawal", "surrender", "deployment"] },
  other: { colour: "#5d6d7e", types: [] },
};
const groupOf = new Map();
for (const [name, group] of Object.entries(EVENT_GROUPS)) for (const type of group.types) groupOf.set(type, name);
export const eventGroup = (type) => groupOf.get(type) || "other";

export function prepare(places) {
  return places.map(({ place, claims, segments }) => ({
    id: place.id, name: place.name, lon: place.lon, lat: place.lat, kind: place.kind, claims,
    segments: segments.map((segment) => ({
      ...segment, start: segment.from ? toDay(segment.from) : -Infinity, stop: segment.to ? toDay(segment.to) : Infinity,
      told: segment.confirmed.map((day) => toDay(day)),
    })),
    now: null,
  })).sort((a, b) => a.claims - b.claims);
}

export function segmentOn(place, day) {
  const { segments } = place;
  for (let i = segments.length - 1; i >= 0; i--) if (segments[i].start <= day && day < segments[i].stop) return segments[i];
  return null;
}

// How many days the picture is older than the day shown.
export function staleness(segment, day) {
  const last = segment.told.findLast((told) => told <= day);
  return last === undefined ? 0 : day - last;
}
const fade = (days) => (days <= 14 ? 1 : Math.max(0.4, 1 - (days - 14) / 260));

export class Marks {
  constructor(canvas, base) {
    this.canvas = canvas;
    this.base = base;
    this.places = [];
    this.events = [];
    this.towns = [];
    this.day = 0;
    this.selected = null;
    this.showEvents = true;
    this.hits = [];
    base.onDraw(() => this.draw());
  }

  ask() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => { this.asked = false; this.draw(); });
  }

  setDay(day) {
    this.day = day;
    for (const place of this.places) place.now = segmentOn(place, day);
    this.ask();
  }

  draw() {
    const { canvas, base } = this;
    const ratio = devicePixelRatio || 1;
    const width = canvas.clientWidth, height = canvas.clientHeight;
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
    this.ink = css.getPropertyValue("--ink").trim();
    this.halo = css.getPropertyValue("--halo").trim();
    this.faint = css.getPropertyValue("--faint").trim();
    const zoom = base.zoom();
    this.hits = [];
    this.taken = [];
    const seen = (x, y) => x > -20 && y > -20 && x < width + 20 && y < height + 20;
    if (this.showEvents) this.drawEvents(context, zoom, seen);
    const labels = [];
    for (const place of this.places) {
      const coarse = place.kind === "country" || place.kind === "region";
      if (coarse || (!place.now && place.kind !== "settlement")) continue;
      const [x, y] = base.project(place.lon, place.lat);
      if (!seen(x, y)) continue;
      const size = Math.min(13, 5 + Math.log2(1 + place.claims) * 0.9) * (zoom < 4.5 ? 0.7 : 1);
      this.drawPlace(context, place, x, y, place.now ? size : 3);
      this.hits.push({ x, y, r: Math.max(size, 9), place });
      if (place.now || zoom > 6.2 || place.id === this.selected) labels.push({ x, y, r: size, place });
    }
    for (let i = labels.length - 1; i >= 0; i--) this.label(context, labels[i].place.name, labels[i], labels[i].place.now ? 600 : 400, 12.5, this.ink);
    this.drawTowns(context, zoom, seen);
  }

  drawPlace(context, place, x, y, r) {
    const segment = place.now;
    if (place.id === this.selected) {
      context.beginPath();
      context.arc(x, y, r + 7, 0, 2 * Math.PI);
      context.strokeStyle = this.ink;
      context.lineWidth = 2;
      context.stroke();
    }
    if (!segment) {
      context.beginPath();
      context.arc(x, y, r, 0, 2 * Math.PI);
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
      context.beginPath();
      context.arc(x, y, r + 4.5, 0, 2 * Math.PI);
      context.strokeStyle = other?.colour || this.ink;
      context.lineWidth = 2.4;
      context.setLineDash(segment.state === "besieged" ? [5, 4] : []);
      context.stroke();
      context.setLineDash([]);
    }
    context.globalAlpha = 1;
  }

  drawEvents(context, zoom, seen) {
    const first = this.day - 7;
    const stacks = new Map();
    for (const event of this.events) {
      if (event.dayNumber < first || event.dayNumber > this.day) continue;
      const [x, y] = this.base.project(event.place.lon, event.place.lat);
      if (!seen(x, y)) continue;
      const spot = `${Math.round(x)},${Math.round(y)}`;
      const count = stacks.get(spot) || 0;
      stacks.set(spot, count + 1);
      if (count >= 8) continue;
      const angle = -Math.PI / 4 + count * 0.8;
      const px = x + 17 * Math.cos(angle), py = y + 17 * Math.sin(angle);
      const group = eventGroup(event.type);
      context.globalAlpha = 1 - ((this.day - event.dayNumber) / 8) * 0.6;
      eventGlyph(context, group, px, py, zoom < 5 ? 3 : 4.2, EVENT_GROUPS[group].colour, this.halo);
      context.globalAlpha = 1;
      this.hits.push({ x: px, y: py, r: 6, event });
    }
  }

  drawTowns(context, zoom, seen) {
    const limit = zoom < 3 ? 1 : zoom < 4.2 ? 2 : zoom < 5.2 ? 4 : zoom < 6.2 ? 6 : zoom < 7.2 ? 7 : 10;
    for (const town of this.towns) {
      if (town.rank > limit) continue;
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

  // Writes a name where it covers no other: right of the mark, else left, below, above.
  label(context, text, { x, y, r }, weight, size, colour) {
    context.font = `${weight} ${size}px system-ui, "Noto Sans", sans-serif`;
    const width = context.measureText(text).width;
    const spots = [[x + r + 6, y + 4], [x - r - 6 - width, y + 4], [x - width / 2, y + r + 15], [x - width / 2, y - r - 7]];
    for (const [px, py] of spots) {
      const box = [px - 2, py - size, px + width + 2, py + 4];
      if (this.taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      this.taken.push(box);
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
