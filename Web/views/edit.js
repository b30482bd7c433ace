// Mending a claim: every field by its name, places and parties with completion, and a small map to point at.

import { el, fill } from "../lib/dom.js";
import { t } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { completed } from "../lib/complete.js";
import { makeCanvasMap } from "../lib/basemap.js";
import { words } from "./claim.js";

const COMMON = ["modality", "attributed_to", "start", "end", "background"];
const FIELDS = {
  control: ["type", "holder", "from", "holders", "besieger", "scope", "until", ...COMMON],
  event: ["type", "actor", "target", "origin", "destination", "weapon", "fatalities", "wounded", ...COMMON],
  figure: ["type", "low", "high", "approximate", "unit", "group", "cumulative", ...COMMON],
  relation: ["type", "actor", "target", ...COMMON],
};
const PARTIES = new Set(["holder", "from", "actor", "target", "besieger"]);
const PLACES = new Set(["origin", "destination"]);
const FLAGS = new Set(["approximate", "cumulative", "background"]);
const DATES = new Set(["start", "end", "until"]);
const CHOICES = { modality: ["asserted", "claimed", "denied", "negated", "pledged", "forecast", "hypothetical"], scope: ["", "whole", "part"] };
const LABELS = { until: "ended", start: "from_day", end: "to_day", from: "from_party" };

const findActors = async (q) => (await api.actors(q)).actors.map(({ actor, claims }) => ({ value: actor.name, hint: `${words(actor.kind)} · ${claims}` }));
const findPlaces = async (q) => (await api.places(q)).places.map(({ place, claims }) => ({ value: place.name, hint: [place.admin1, place.country, claims].filter(Boolean).join(" · "), data: place }));

// A field's value as a person would type it.
function valueOf(claim, name) {
  if (PARTIES.has(name) || PLACES.has(name)) return claim[name]?.name || "";
  if (name === "holders") return (claim.holders || []).map((holder) => holder.name).join(", ");
  if (name === "attributed_to") return claim.attributedTo || "";
  if (name === "fatalities" || name === "wounded") return (claim[name] || "").replace(/[≥≤?\s]/g, "");
  return claim[name] == null ? "" : String(claim[name]);
}

function choose(id, value, options) {
  return el("select", { id }, options.map(([option, label]) => el("option", { value: option, selected: option === value }, label)));
}

function inputFor(claim, name, types) {
  const id = `edit-${name}`, value = valueOf(claim, name);
  const find = PARTIES.has(name) ? findActors : PLACES.has(name) ? findPlaces : null;
  if (find) { const box = completed({ id, value, find }); return { node: box, read: () => box.input.value.trim() }; }
  let node;
  if (name === "type") node = choose(id, value, [...new Set([value, ...types])].map((one) => [one, words(one)]));
  else if (CHOICES[name]) node = choose(id, value, CHOICES[name].map((one) => [one, one ? t(one) : "–"]));
  else if (FLAGS.has(name)) node = choose(id, value || "false", [["false", t("no")], ["true", t("yes")]]);
  else node = el("input", { id, value, dir: "auto", inputMode: name === "low" || name === "high" ? "numeric" : null, placeholder: DATES.has(name) ? "2017-11-03" : "" });
  const before = node.value;
  return { node, read: () => (node.value === before ? value : node.value.trim()) };
}

// The place: its name with completion, its point typed or drawn.
function placeInput(claim, theme) {
  const before = { name: claim.place?.name || "", lat: claim.place?.lat ?? "", lon: claim.place?.lon ?? "" };
  const number = (key, label) => el("input", { id: `edit-${key}`, value: before[key], inputMode: "decimal", "aria-label": t(label), placeholder: t(label), onchange: () => show() });
  const [lat, lon] = [number("lat", "latitude"), number("lon", "longitude")];
  const box = completed({ id: "edit-place", value: before.name, find: findPlaces, choose: (_, place) => { if (place?.lat != null) { lat.value = place.lat; lon.value = place.lon; show(); } } });
  const pin = el("span", { class: "pin", hidden: true, "aria-hidden": "true" });
  const frame = el("div", { class: "pointmap", role: "application", "aria-label": t("point_map") });
  let map = null;
  const point = () => { const [y, x] = [parseFloat(lat.value), parseFloat(lon.value)]; return Math.abs(y) <= 85 && Math.abs(x) <= 180 ? [x, y] : null; };
  const put = () => {
    const at = point();
    pin.hidden = !at;
    if (at) { const [x, y] = map.project(...at); pin.style.left = `${x}px`; pin.style.top = `${y}px`; }
  };
  const show = () => { const at = point(); if (at) map?.fly(...at); put(); };
  const open = () => {
    const at = point() ?? [40, 35];
    map = makeCanvasMap(frame, { lon: at[0], lat: at[1], zoom: 6 }, theme);
    frame.append(pin);
    map.onDraw(put);
    map.onPointer(() => {}, (x, y) => { const [nx, ny] = map.unproject(x, y); lon.value = nx.toFixed(4); lat.value = ny.toFixed(4); put(); });
  };
  const read = () => {
    const changed = {};
    if (box.input.value.trim() !== before.name) changed.place = box.input.value.trim();
    if (String(lat.value) !== String(before.lat)) changed["place.lat"] = lat.value.trim();
    if (String(lon.value) !== String(before.lon)) changed["place.lon"] = lon.value.trim();
    return changed;
  };
  const node = el("fieldset", { class: "placefield" }, el("legend", {}, t("place")), box, el("div", { class: "pair" }, lat, lon), el("p", { class: "sub" }, t("point_help")), frame);
  return { node, read, open };
}

// save(fields, note) gets only what was changed.
export function editClaim(claim, { theme, settings }, save) {
  const dialog = document.getElementById("dialog");
  const inputs = FIELDS[claim.kind].map((name) => [name, inputFor(claim, name, settings.types[claim.kind])]);
  const place = claim.kind === "relation" ? null : placeInput(claim, theme);
  const note = el("input", { id: "edit-note", dir: "auto", maxLength: 500 });
  const submit = (event) => {
    event.preventDefault();
    const fields = place?.read() ?? {};
    for (const [name, input] of inputs) if (input.read() !== valueOf(claim, name)) fields[name] = input.read();
    dialog.close();
    if (Object.keys(fields).length || note.value) save(fields, note.value || null);
  };
  fill(dialog, el("form", { class: "edit", onsubmit: submit }, el("h2", {}, t("edit")),
    el("blockquote", { class: "quoted", dir: "auto" }, claim.sentence),
    el("div", { class: "grid" }, inputs.map(([name, input]) => el("label", { htmlFor: `edit-${name}` }, t(LABELS[name] ?? name), input.node))),
    place?.node, el("label", { htmlFor: "edit-note" }, t("note"), note),
    el("div", { class: "choices" }, el("button", { type: "submit", class: "primary" }, t("save")), el("button", { type: "button", onclick: () => dialog.close() }, t("cancel")))));
  dialog.showModal();
  place?.open();
}
