// The record in memory: places with their periods, events by day. A step of the time slider is a search in these arrays
// and never a request.

import { toISO } from "./days.js";
import { api } from "./api.js";

// The map's answer (MapBytes.swift) as places: {id, name, lon, lat, kind, admin1, country, claims, now, rows, key}. The
// rows stay as they came, since a million claims give hundreds of thousands of them; one is unpacked when it is shown.
export function decodeMap({ states, holders, places }) {
  const key = { states, holders: holders.map((holder) => holder.id) };
  return places.map(([id, name, lon, lat, kind, admin1, country, claims, rows]) => ({ id, name, lon, lat, kind, admin1, country, claims, rows, key, now: null }))
    .sort((a, b) => a.claims - b.claims);
}

// A row as a period: {start, stop, state, holder, sides, besieger, previous, sources, weight, opposed, told}; `told` are
// the days on which a source said so, ascending.
export function unpack({ rows, key }, index) {
  const [start, stop, state, holder, sides, besieger, previous, sources, weight, opposed, steps] = rows[index];
  const party = (number) => (number < 0 ? null : key.holders[number]);
  let sum = 0;
  return { start, stop: stop ?? Infinity, state: key.states[state], holder: party(holder), sides: sides.map(party).filter(Boolean), besieger: party(besieger),
    previous: party(previous), sources, weight: weight / 100, opposed: opposed / 100, told: steps.map((step) => (sum += step)) };
}

// The period that a day falls in, or null.
export function periodOn(place, day) {
  const { rows } = place;
  let low = 0, high = rows.length - 1, found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (rows[middle][0] <= day) { found = middle; low = middle + 1; } else high = middle - 1;
  }
  if (found < 0 || (rows[found][1] !== null && day >= rows[found][1])) return null;
  if (place.found !== found || place.period?.start !== rows[found][0]) { place.found = found; place.period = unpack(place, found); }
  return place.period;
}

// How many days the picture is older than the day shown.
export function staleness(period, day) {
  const last = period.told.findLast((told) => told <= day);
  return last === undefined ? 0 : day - last;
}

// Days on which a place changed hands or state: {number, place, name, holder, from, state}, in order.
export function changesOf(places) {
  const changes = [];
  for (const { rows, key, id, name } of places) {
    for (let i = 1; i < rows.length; i++) {
      const [before, after] = [rows[i - 1], rows[i]];
      if (before[3] === after[3] && before[2] === after[2]) continue;
      changes.push({ number: after[0], place: id, name, holder: key.holders[after[3]] ?? null, from: key.holders[before[3]] ?? null, state: key.states[after[2]] });
    }
  }
  return changes.sort((a, b) => a.number - b.number);
}

// The picture as known on one day of knowledge: at first that of the day shown, which comes at once, then the history of
// every place, after which sliding asks nothing more.
export class Picture {
  // onChange is called whenever there is something new to draw.
  constructor(known, onChange) { Object.assign(this, { known, onChange, places: [], holders: [], day: null, whole: false, asking: null, wanted: null }); }

  take({ holders, places, states }) {
    this.holders = holders;
    this.places = decodeMap({ holders, places, states });
  }

  // Shows a day; while the histories are on their way the server is asked for it, one day at a time.
  async show(day) {
    this.wanted = day;
    if (this.whole || this.asking !== null || this.day === day) return;
    this.asking = day;
    try {
      const map = await api.map(day === null ? null : toISO(day), this.known);
      if (!this.whole) { this.take(map); this.day = day; this.onChange(); }
    } finally { this.asking = null; }
    if (this.wanted !== day) await this.show(this.wanted);
  }

  async complete() {
    const map = await api.histories(this.known);
    this.take(map);
    this.whole = true;
    this.onChange();
  }
}

const CHUNK = 120;

// Events by day, fetched for the stretch of time that is looked at: {day, type, spot} in columns by stretch.
export class EventStore {
  constructor(known, total, onLoad) {
    Object.assign(this, { known, onLoad, whole: total <= 40000, chunks: new Map() });
  }

  // Calls visit(event) for each event in [first, last]; false where a stretch is still on its way.
  each(first, last, visit) {
    let complete = true;
    const [a, b] = this.whole ? [0, 0] : [Math.floor(first / CHUNK), Math.floor(last / CHUNK)];
    for (let number = a; number <= b; number++) {
      const chunk = this.chunk(number);
      if (!chunk) { complete = false; continue; }
      const { day } = chunk;
      let low = 0, high = day.length;
      while (low < high) { const middle = (low + high) >> 1; if (day[middle] < first) low = middle + 1; else high = middle; }
      for (let i = low; i < day.length && day[i] <= last; i++) visit({ day: day[i], type: chunk.types[chunk.type[i]], spot: chunk.places[chunk.place[i]] });
    }
    return complete;
  }

  chunk(number) {
    const found = this.chunks.get(number);
    if (found) return found.day ? found : null;
    if (this.chunks.size > 24) this.chunks.delete(this.chunks.keys().next().value);
    this.chunks.set(number, {});
    const ask = this.whole ? api.events(null, null, this.known) : api.events(toISO(number * CHUNK), toISO(number * CHUNK + CHUNK - 1), this.known);
    ask.then((answer) => { this.chunks.set(number, answer); this.onLoad(); }).catch(() => this.chunks.delete(number));
    return null;
  }
}
