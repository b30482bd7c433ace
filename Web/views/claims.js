// Search: every claim by words and by facets, as a table that sorts, copies and downloads.

import { el, fill } from "../lib/dom.js";
import { nice } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { busy, failure, empty, table } from "./common.js";
import { summary, openReport, words } from "./claim.js";
import { completed } from "../lib/complete.js";
import * as state from "../lib/state.js";

const FACETS = ["kind", "type", "modality", "publisher", "source"];
let limit = 200;

function filters() {
  const day = (key) => el("input", { type: "date", id: `f-${key}`, value: state.get(key) || "", onchange: (event) => state.set({ [key]: event.target.value || null }, { push: true }) });
  const place = completed({ id: "f-where", value: state.get("where") || "", find: async (q) => (await api.places(q)).places.map(({ place, claims }) => ({ value: place.name, hint: [place.admin1, place.country, claims].filter(Boolean).join(" · ") })), choose: (value) => state.set({ where: value || null }, { push: true }) });
  const actor = completed({ id: "f-actor", value: state.get("actor") || "", find: async (q) => (await api.actors(q)).actors.map(({ actor, claims }) => ({ value: actor.name, hint: `${words(actor.kind)} · ${claims}` })), choose: (value) => state.set({ actor: value || null }, { push: true }) });
  const sure = el("select", { id: "f-confidence", onchange: (event) => state.set({ confidence: event.target.value || null }, { push: true }) },
    [["", t("any")], ["50", "≥ 50 %"], ["70", "≥ 70 %"], ["85", "≥ 85 %"]].map(([value, label]) => el("option", { value, selected: (state.get("confidence") || "") === value }, label)));
  const field = (label, key, input) => el("label", { class: "field", htmlFor: `f-${key}` }, el("span", {}, t(label)), input);
  return el("div", { class: "filters" }, field("place", "where", place), field("actor", "actor", actor), field("from_day", "from", day("from")), field("to_day", "to", day("to")), field("confidence", "confidence", sure));
}

export async function showClaims(root, { known }) {
  const parameters = { known, limit, sort: state.get("sort"), place: state.get("where") };
  for (const key of ["q", "actor", "confidence", "from", "to", ...FACETS]) parameters[key] = state.get(key);
  const input = el("input", { type: "search", id: "q", value: state.get("q") || "", placeholder: t("search_hint"), "aria-label": t("search") });
  const form = el("form", { class: "search", role: "search", onsubmit: (event) => { event.preventDefault(); limit = 200; state.set({ q: input.value.trim() }, { push: true }); } },
    input, el("button", { type: "submit", class: "primary" }, t("search")));
  const side = el("div", { class: "facets" });
  const result = el("div", { class: "result" });
  fill(root, el("h2", {}, t("claims")), form, filters(), el("div", { class: "split" }, side, result));
  busy(result);
  let answer;
  try { answer = await api.claims(parameters); } catch (error) { return failure(result, error, () => showClaims(root, { known })); }
  fill(side, FACETS.map((facet) => facetList(facet, answer.facets[facet] || {})));
  if (!answer.claims.length) return fill(result, empty(t("nothing_found")));
  const columns = [
    { key: "day", label: t("day"), value: (claim) => claim.start || claim.known, show: (claim) => nice(claim.start || claim.known, language()) },
    { key: "what", label: t("type"), value: summary, show: (claim) => el("button", { type: "button", class: "link", onclick: () => openReport(claim) }, summary(claim)) },
    { key: "where", label: t("place"), value: (claim) => claim.place?.name || "" },
    { key: "said", label: t("modality"), value: (claim) => t(claim.modality) },
    { key: "sentence", label: t("sentence"), value: (claim) => claim.sentence || t("withheld") },
    { key: "who", label: t("source"), value: (claim) => claim.attributedTo || "" },
    { key: "publisher", label: t("publisher"), value: (claim) => claim.publisher || "" },
    { key: "sure", label: t("confidence"), value: (claim) => claim.confidence.toFixed(2), sort: (claim) => claim.confidence },
  ];
  const format = new Intl.NumberFormat(language());
  fill(result, el("p", { class: "sub", role: "status" }, t("found", { count: format.format(answer.total) })), table(columns, answer.claims, { name: "claims", most: limit }),
    answer.total > answer.claims.length ? el("button", { type: "button", onclick: () => { limit = Math.min(5000, limit * 4); showClaims(root, { known }); } }, t("more")) : null);
}

function facetList(facet, found) {
  const counts = Object.entries(found).sort((a, b) => b[1] - a[1]).slice(0, 12);
  const chosen = state.get(facet);
  if (!counts.length && !chosen) return null;
  return el("fieldset", {}, el("legend", {}, t(facet)),
    chosen ? el("button", { type: "button", class: "facet on", "aria-pressed": "true", onclick: () => state.set({ [facet]: null }, { push: true }) }, `✕ ${words(chosen)}`)
      : counts.map(([value, count]) => el("button", { type: "button", class: "facet", onclick: () => state.set({ [facet]: value }, { push: true }) }, el("span", { dir: "auto" }, words(value)), el("span", { class: "count" }, count))));
}
