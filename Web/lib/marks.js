// The marks above the ground: places by holder, events by type, movements, names. Drawn on one canvas from arrays in
// memory.

import { party, trace } from "./palette.js";
import { periodOn, staleness } from "./model.js";

export const EVENT_GROUPS = {
  battle: { colours: ["#b03a2e", "#ff8d7d"], types: ["armed_clash", "offensive", "advance", "attack", "siege", "siege_lifted"] },
  explosion: { colours: ["#a85f00", "#f2aa45"], types: ["air_strike", "shelling", "missile_attack", "suicide_bombing", "ied", "landmine", "grenade", "chemical_weapon"] },
  violence: { colours: ["#8e44ad", "#d3a4ea"], types: ["killing", "execution", "sexual_violence", "abduction", "arrest", "mob_violence", "excessive_force_against_protesters"] },
  movement: { colours: ["#1f7a8c", "#66c6d9"], types: ["displacement", "return", "evacuation", "withdrawal", "surrender", "deployment"] },
  other: { colours: ["#5d6d7e", "#aab8c4"], types: [] },
};
// Of a sort of event, for the theme: the second of its colours stands out on a dark ground.
export const eventColour = (name) => EVENT_GROUPS[name].colours[document.documentElement.dataset.theme === "dark" ? 1 : 0];

const groupOf = new Map();
for (const [name, group] of Object.entries(EVENT_GROUPS)) for (const type of group.types) groupOf.set(type, name);
export const eventGroup = (type) => groupOf.get(type) || "other";

const COARSE = new Set(["country", "region", "admin1", "water", "physical"]);
const fade = (days) => (days <= 14 ? 1 : Math.max(0.4, 1 - (days - 14) / 260));

// Cells of the screen, eight pixels wide, that are drawn or written on.
class Grid {
  constructor(width, height) {
    this.columns = Math.ceil(width / 8);
    this.rows = Math.ceil(height / 8);
    this.cells = new Uint8Array(this.columns * this.rows);
  }

  // The cells of a box, cut at the screen's edges.
  span(left, top, right, bottom) {
    return [Math.max(0, Math.floor(left / 8)), Math.max(0, Math.floor(top / 8)), Math.min(this.columns - 1, Math.floor(right / 8)), Math.min(this.rows - 1, Math.floor(bottom / 8))];
  }

  free(...box) {
    const [a, b, c, d] = this.span(...box);
    for (let j = b; j <= d; j++) for (let i = a; i <= c; i++) if (this.cells[j * this.columns + i]) return false;
    return true;
  }

  take(...box) {
    const [a, b, c, d] = this.span(...box);
    for (let j = b; j <= d; j++) this.cells.fill(1, j * this.columns + a, j * this.columns + Math.max(a, c + 1));
  }
}

// Marks that look alike are drawn once and then copied.
class Stamps {
  constructor() { this.kept = new Map(); this.look = ""; }

  // look: what all stamps depend on (theme, resolution); another look forgets them.
  use(look, ratio) {
    if (this.look !== look || this.kept.size > 600) this.kept.clear();
    [this.look, this.ratio] = [look, ratio];
  }

  // Puts the stamp `key`, of radius r with all it has around it, at x, y; draw(context) draws it around the origin.
  put(context, key, x, y, r, draw) {
    let stamp = this.kept.get(key);
    if (!stamp) {
      stamp = document.createElement("canvas");
      stamp.width = stamp.height = Math.ceil(2 * r * this.ratio);
      const inner = stamp.getContext("2d");
      inner.scale(this.ratio, this.ratio);
      inner.translate(r, r);
      draw(inner);
      this.kept.set(key, stamp);
    }
    context.drawImage(stamp, x - r, y - r, 2 * r, 2 * r);
  }
}

export class Marks {
  constructor(canvas, base) {
    Object.assign(this, { canvas, base, places: [], events: null, flows: [], towns: [], names: [], day: 0, window: null, selected: null, showEvents: true, hits: [], stamps: new Stamps(), widths: new Map() });
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
    for (const place of this.places) place.now = periodOn(place, day);
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
    for (const name of ["ink", "halo", "faint", "ground"]) this[name] = css.getPropertyValue(`--map-${name}`).trim();
    this.stamps.use(`${this.halo}${this.ink}${ratio}`, ratio);
    const zoom = base.zoom();
    this.hits = [];
    this.grid = new Grid(width, height);
    const seen = (x, y) => x > -20 && y > -20 && x < width + 20 && y < height + 20;
    this.at = base.projector();
    if (this.showEvents) this.drawFlows(context, seen);
    const labels = [];
    for (const { place, x, y } of this.visible(seen)) {
      const size = place.now ? Math.min(13, 5 + Math.log2(1 + place.claims) * 0.9) * (zoom < 4.5 ? 0.7 : 1) : 3;
      this.drawPlace(context, place, x, y, size);
      this.hits.push({ x, y, r: Math.max(size, 9), place });
      this.grid.take(x - size / 2, y - size / 2, x + size / 2, y + size / 2);
      if (place.now || zoom > 6.2 || place.id === this.selected) labels.push({ x, y, r: size + (place.id === this.selected ? 7 : 0), place });
    }
    if (this.showEvents) this.drawEvents(context, zoom, seen);
    // The places most spoken of are named first; on a crowded map only as many as can be read.
    for (let i = labels.length - 1, left = 140, tries = 500; i >= 0 && left > 0 && tries > 0; i--, tries--) {
      const { place } = labels[i];
      if (this.label(context, place.name, labels[i], place.now ? 600 : 400, place.now ? 12.5 : 11.5, place.now ? this.ink : this.faint)) left--;
    }
    this.drawNames(context, zoom, seen, "country");
    this.drawTowns(context, zoom, seen);
    this.drawNames(context, zoom, seen, "province");
  }

  // Countries and provinces are named in their middle, where they are wide enough on the screen for their name.
  drawNames(context, zoom, seen, kind) {
    const degree = (512 * 2 ** zoom) / 360;
    const country = kind === "country";
    if (!country && zoom < 5.6) return;
    context.letterSpacing = country ? "2px" : "0.5px";
    for (const name of this.names) {
      if (name.kind !== kind || name.size * degree < (country ? 70 : 90) || name.size * degree > 2600) continue;
      const [x, y] = this.at(name);
      if (!seen(x, y)) continue;
      const text = country ? name.name.toUpperCase() : name.name;
      const size = country ? Math.min(15, 10 + name.size * degree / 200) : 10.5;
      context.font = `${country ? 500 : "italic 400"} ${size}px system-ui, "Noto Sans", sans-serif`;
      const half = this.width(context, text) / 2;
      if (half * 2 > name.size * degree * 1.1) continue;
      this.write(context, text, x - half, y + 4, half * 2, size, this.ground);
    }
    context.letterSpacing = "0px";
  }

  // The places to draw, the most spoken of last, which is on top. Of those that would cover each other all but the one on
  // top are left out, so that a map of a hundred thousand costs no more than its screen.
  visible(seen) {
    const found = [], taken = new Set();
    for (let i = this.places.length - 1; i >= 0; i--) {
      const place = this.places[i];
      if (COARSE.has(place.kind) || (!place.now && place.kind !== "settlement" && place.kind !== "camp")) continue;
      const [x, y] = this.at(place);
      if (!seen(x, y)) continue;
      const cell = (x >> 2) * 65536 + (y >> 2);
      if (taken.has(cell) && place.id !== this.selected) continue;
      taken.add(cell);
      found.push({ place, x, y });
    }
    return found.reverse();
  }

  drawPlace(context, place, x, y, size) {
    const period = place.now;
    const r = Math.round(size * 2) / 2;
    if (place.id === this.selected) ring(context, x, y, r + 7, this.ink, 2);
    if (!period) return this.stamps.put(context, `none ${place.kind} ${r}`, x, y, r + 5, (inner) => this.drawUnheld(inner, place.kind, r));
    context.globalAlpha = period.state === "claimed" ? 1 : fade(staleness(period, this.day));
    const key = [period.state, period.holder, ...period.sides, period.besieger, r].join("|");
    this.stamps.put(context, key, x, y, r + 10, (inner) => this.drawHeld(inner, period, r));
    context.globalAlpha = 1;
  }

  // A place of which nobody is said to hold it: a camp or a town.
  drawUnheld(context, kind, r) {
    context.beginPath();
    if (kind === "camp") { context.moveTo(0, -5); context.lineTo(5, 4); context.lineTo(-5, 4); context.closePath(); } else context.arc(0, 0, r, 0, 2 * Math.PI);
    context.fillStyle = this.halo;
    context.fill();
    context.strokeStyle = this.faint;
    context.lineWidth = 1.4;
    context.stroke();
  }

  drawHeld(context, period, r) {
    const sides = period.sides.map(party);
    const main = period.holder ? party(period.holder) : sides[0] || party("unknown");
    const outline = (shape, radius) => { context.beginPath(); trace(context, shape, 0, 0, radius); };
    if (period.state === "claimed") {
      outline(main.shape, r * 0.9); context.fillStyle = this.halo; context.fill();
      context.strokeStyle = main.colour; context.lineWidth = 2.4; context.stroke();
      return;
    }
    if (period.state === "divided") {
      const second = sides.find((side) => side.id !== main.id) || { colour: this.faint };
      outline("circle", r); context.fillStyle = second.colour; context.fill();
      context.beginPath(); context.arc(0, 0, r, Math.PI / 2, Math.PI * 1.5); context.closePath();
      context.fillStyle = main.colour; context.fill();
      context.beginPath(); context.moveTo(0, -r); context.lineTo(0, r);
      context.strokeStyle = this.halo; context.lineWidth = 1.6; context.stroke();
      outline("circle", r);
    } else {
      outline(main.shape, r);
      context.fillStyle = main.colour;
      context.fill();
    }
    context.strokeStyle = this.halo;
    context.lineWidth = 1.6;
    context.stroke();
    if (period.state !== "contested" && period.state !== "besieged") return;
    const other = period.besieger ? party(period.besieger) : sides.find((side) => side.id !== main.id);
    context.setLineDash(period.state === "besieged" ? [5, 4] : []);
    ring(context, 0, 0, r + 4.5, other?.colour || this.ink, 2.4);
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
    const taken = new Set();
    const size = zoom < 5 ? 3.4 : 4.4;
    for (const { spot, groups } of spots.values()) {
      const [x, y] = this.at(spot);
      const cell = (x >> 3) * 65536 + (y >> 3);
      if (!seen(x, y) || taken.has(cell)) continue;
      taken.add(cell);
      let turn = 0;
      for (const [name, group] of groups) {
        const angle = -Math.PI / 4 + turn++ * 0.85;
        const px = x + 18 * Math.cos(angle), py = y + 18 * Math.sin(angle);
        context.globalAlpha = 1 - ((last - group.newest) / (last - first + 1)) * 0.55;
        this.stamps.put(context, `event ${name} ${size}`, px, py, size + 4, (inner) => eventGlyph(inner, name, 0, 0, size, eventColour(name), this.halo));
        context.globalAlpha = 1;
        // Where events crowd, their numbers could not be read.
        if (group.count > 1 && spots.size < 250) this.number(context, group.count, px + 5, py - 3);
        this.grid.take(px - 6, py - 6, px + 6, py + 6);
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
      const a = this.at(flow.from), b = this.at(flow.to);
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
      context.strokeStyle = eventColour("movement"); context.lineWidth = wide; context.stroke(path);
      const middle = [(a[0] + 2 * bend[0] + tip[0]) / 4, (a[1] + 2 * bend[1] + tip[1]) / 4];
      this.hits.push({ x: middle[0], y: middle[1], r: 9, flow, count });
    }
  }

  drawTowns(context, zoom, seen) {
    const limit = zoom < 3 ? 1 : zoom < 4.2 ? 2 : zoom < 5.2 ? 4 : zoom < 6.2 ? 6 : zoom < 7.2 ? 7 : 10;
    for (const town of this.towns) {
      if (town.scalerank > limit) break;
      const [x, y] = this.at(town);
      if (!seen(x, y)) continue;
      if (this.taken(x, y)) continue;
      if (this.label(context, town.name, { x, y, r: 3 }, 400, 11, this.faint)) {
        context.beginPath();
        context.arc(x, y, 1.8, 0, 2 * Math.PI);
        context.fillStyle = this.faint;
        context.fill();
      }
    }
  }

  // Whether something is drawn or written at a point.
  taken(x, y) { return !this.grid.free(x - 6, y - 6, x + 6, y + 6); }

  // Writes a name where it covers no other: right of the mark, else left, below, above.
  label(context, text, { x, y, r }, weight, size, colour) {
    context.font = `${weight} ${size}px system-ui, "Noto Sans", sans-serif`;
    const width = this.width(context, text);
    const spots = [[x + r + 6, y + 4], [x - r - 6 - width, y + 4], [x - width / 2, y + r + 15], [x - width / 2, y - r - 7]];
    return spots.some(([px, py]) => this.write(context, text, px, py, width, size, colour));
  }

  // How wide a text is in the current font; measured once.
  width(context, text) {
    const key = context.font + context.letterSpacing + text;
    let width = this.widths.get(key);
    if (width === undefined) {
      if (this.widths.size > 4000) this.widths.clear();
      this.widths.set(key, (width = context.measureText(text).width));
    }
    return width;
  }

  // Writes in the current font where nothing is written yet; false where there is.
  write(context, text, x, y, width, size, colour) {
    const box = [x - 1, y - size + 2, x + width + 1, y + 2];
    if (!this.grid.free(...box)) return false;
    this.grid.take(...box);
    context.lineJoin = "round";
    context.strokeStyle = this.halo;
    context.lineWidth = 3.2;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
    return true;
  }

  hit(x, y) {
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
