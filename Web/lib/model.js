// The record in memory: places with their periods, events by day. A step of the time slider is a search in these arrays
// and never a request.

import { toISO } from "./days.js";
import { api } from "./api.js";

// The map's answer (MapBytes.swift) as places: {id, name, lon, lat, kind, admin1, country, claims, segments, now}.
export function decodeMap({ states, holders, places }) {
  const party = (index) => (index < 0 ? null : holders[index].id);
  return places.map(([id, name, lon, lat, kind, admin1, country, claims, segments]) => ({
    id, name, lon, lat, kind, admin1, country, claims, now: null,
    segments: segments.map(([start, stop, state, holder, sides, besieger, previous, sources, weight, opposed, told]) => ({
      start, stop: stop ?? Infinity, state: states[state], holder: party(holder), sides: sides.map(party),
      besieger: party(besieger), previous: party(previous), sources, weight: weight / 100, opposed: opposed / 100, told, sums: null,
    })),
  })).sort((a, b) => a.claims - b.claims);
}

export function segmentOn(place, day) {
  const { segments } = place;
  let low = 0, high = segments.length - 1, found = null;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (segments[middle].start <= day) { found = segments[middle]; low = middle + 1; } else high = middle - 1;
  }
  return found && day < found.stop ? found : null;
}

// How many days the picture is older than the day shown.
export function staleness(segment, day) {
  if (!segment.sums) { let sum = 0; segment.sums = segment.told.map((step) => (sum += step)); }
  const last = segment.sums.findLast((told) => told <= day);
  return last === undefined ? 0 : day - last;
}

// Days on which a place changed hands or state: {number, place, name, holder, from, state}, in order.
export function changesOf(places) {
  const changes = [];
  for (const place of places) {
    for (let i = 1; i < place.segments.length; i++) {
      const [before, after] = [place.segments[i - 1], place.segments[i]];
      if (before.holder === after.holder && before.state === after.state) continue;
      changes.push({ number: after.start, place: place.id, name: place.name, holder: after.holder, from: before.holder, state: after.state });
    }
  }
  return changes.sort((a, b) => a.number - b.number);
}

const CHUNK = 120;

// Events by day, fetched for the stretch of time that is looked at: {day, type, spot, key} in columns by stretch.
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
      for (let i = low; i < day.length && day[i] <= last; i++) visit({ day: day[i], type: chunk.types[chunk.type[i]], spot: chunk.places[chunk.place[i]], key: chunk.key[i] });
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
