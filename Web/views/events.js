// The panel of the events at one place, in the stretch of days that the map shows.

import { el, fill } from "../lib/dom.js";
import { nice, toISO } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { claimCard } from "./claim.js";
import { busy, failure, panelHead } from "./common.js";
import * as state from "../lib/state.js";

let asked = 0;

export async function showEvents(panel, place, [first, last], known) {
  const mine = ++asked;
  if (panel.dataset.shown !== `spot:${place}`) { busy(panel); panel.scrollTop = 0; }
  let answer;
  try {
    answer = await api.claims({ kind: "event", place, from: toISO(first), to: toISO(last), known, limit: 200 });
  } catch (error) {
    if (mine === asked) failure(panel, error, () => showEvents(panel, place, [first, last], known), () => state.set({ spot: null }, { push: true }));
    return;
  }
  if (mine !== asked) return;
  panel.dataset.shown = `spot:${place}`;
  const name = answer.claims.find((claim) => claim.place)?.place.name ?? t("events");
  const days = `${nice(toISO(first), language())} – ${nice(toISO(last), language())}`;
  fill(panel,
    panelHead(name, `${t("events")} · ${days}`, () => state.set({ spot: null }, { push: true })),
    el("div", { class: "choices" }, el("button", { type: "button", onclick: () => state.set({ place, spot: null }, { push: true }) }, t("open_place"))),
    answer.claims.length ? answer.claims.map((claim) => claimCard(claim)) : el("p", { class: "empty" }, t("no_events")));
}
