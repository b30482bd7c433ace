// One claim as a card: what is claimed, by whose word, the sentence, and the way into the report.

import { el } from "../lib/dom.js";
import { nice } from "../lib/days.js";
import { t, has, language } from "../lib/texts.js";
import * as state from "../lib/state.js";

// A word of the schema (an event type, a kind of place) in the language of the page; any other word as it is.
export const words = (name) => (name && has(`w_${name}`) ? t(`w_${name}`) : (name || "").replaceAll("_", " "));

export function number(claim) {
  const format = new Intl.NumberFormat(language());
  const { low, high } = claim;
  if (low == null && high == null) return "";
  const about = claim.approximate ? "≈ " : "";
  if (low != null && high != null) return about + (low === high ? format.format(low) : `${format.format(low)}–${format.format(high)}`);
  return low != null ? `≥ ${format.format(low)}` : `≤ ${format.format(high)}`;
}

// The claim in a few plain words.
export function summary(claim) {
  const name = (party) => party?.name;
  switch (claim.kind) {
    case "control": {
      const sides = (claim.holders || []).map(name).join(" / ");
      const who = name(claim.holder);
      const parts = [words(claim.type)];
      if (who) parts.push(claim.type === "besieged" ? `(${who})` : t("by", { who }));
      if (!who && sides) parts.push(t("between", { who: sides }));
      if (claim.from) parts.push(`← ${name(claim.from)}`);
      if (claim.besieger) parts.push(t("by", { who: name(claim.besieger) }));
      return [claim.scope === "part" ? "◐ " : "", parts.join(" ")].join("");
    }
    case "figure": return `${number(claim)} ${claim.unit && claim.unit !== "persons" ? claim.unit + " " : ""}${claim.group || ""} ${words(claim.type)}`.trim();
    case "relation": return `${name(claim.actor)} → ${words(claim.type)} → ${name(claim.target)}`;
    default: {
      const parties = [name(claim.actor), name(claim.target)].filter(Boolean).join(" → ");
      const way = claim.origin || claim.destination ? ` (${[claim.origin?.name, claim.destination?.name].map((place) => place || "…").join(" → ")})` : "";
      const dead = claim.fatalities ? ` († ${claim.fatalities})` : "";
      return `${words(claim.type)}${parties ? ": " + parties : ""}${way}${dead}`;
    }
  }
}

export function openReport(claim) {
  state.set({ report: claim.report, claim: claim.key }, { push: true });
}

export function claimCard(claim, { place = false } = {}) {
  const when = claim.start ? nice(claim.start, language()) : claim.when || t("undated");
  const span = claim.end && claim.end !== claim.start ? ` – ${nice(claim.end, language())}` : "";
  return el("article", { class: `claim ${claim.modality}` },
    el("header", {},
      el("strong", { dir: "auto" }, summary(claim)),
      el("span", { class: `chip ${claim.modality}` }, t(claim.modality))),
    place && claim.place ? el("p", { class: "where", dir: "auto" }, [claim.modifier, claim.place.name, claim.place.admin1].filter(Boolean).join(" · ")) : null,
    claim.sentence ? el("blockquote", { dir: "auto" }, claim.sentence) : el("p", { class: "empty" }, t("withheld")),
    el("p", { class: "meta" },
      el("span", {}, when + span),
      el("span", { dir: "auto" }, claim.attributedTo ? `${claim.attributedTo} (${t("says")})` : t("own_voice")),
      el("span", { dir: "auto" }, [claim.publisher, nice(claim.known, language())].filter(Boolean).join(", ")),
      claim.background ? el("span", {}, t("background")) : null,
      claim.echoOf ? el("span", {}, t("echo")) : null,
      claim.decision ? el("span", { class: `chip ${claim.decision}` }, t(`decision_${claim.decision}`, { who: claim.decidedBy || "" })) : null),
    claim.corrections ? el("p", { class: "corrections" }, Object.entries(claim.corrections).map(([field, value]) => el("span", { dir: "auto" }, `${words(field)} → ${value}`))) : null,
    el("p", { class: "meta" },
      el("button", { type: "button", class: "link", onclick: () => openReport(claim) }, t("open_report")),
      el("details", { class: "why" }, el("summary", {}, t("why")),
        el("span", {}, `${t("rule")}: `, el("code", {}, claim.rule), ` · ${t("confidence")}: ${Math.round(claim.confidence * 100)} %`))));
}
