// Who stands with or against whom on a day: a matrix, each cell a way to its claims.

import { el, fill } from "../lib/dom.js";
import { t } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { busy, failure, empty } from "./common.js";
import { claimCard, words } from "./claim.js";

const SIGNS = { backed: "▲", ally: "●", coalition: "◆", part_of: "⊂", opposes: "✕" };

export async function showRelations(root, { on, known }) {
  busy(root);
  let relations;
  try { ({ relations } = await api.relations(on, known)); } catch (error) { return failure(root, error, () => showRelations(root, { on, known })); }
  if (!relations.length) return fill(root, el("h2", {}, t("relations")), empty(t("no_relations")));
  const count = new Map(), names = new Map();
  for (const bond of relations) for (const side of [bond.actor, bond.target]) { count.set(side.id, (count.get(side.id) || 0) + bond.claims.length); names.set(side.id, side.name); }
  const order = (side) => [...new Set(relations.map((bond) => bond[side].id))].sort((a, b) => count.get(b) - count.get(a)).slice(0, 30);
  const rows = order("actor"), columns = order("target");
  const detail = el("div", { class: "detail", role: "region", "aria-live": "polite" });
  const cell = (row, column) => relations.filter((bond) => bond.actor.id === row && bond.target.id === column).map((bond) => el("button", { type: "button", class: `bond ${bond.bond}`,
    title: `${bond.actor.name} ${words(bond.bond)} ${bond.target.name}`, "aria-label": `${bond.actor.name} ${words(bond.bond)} ${bond.target.name}, ${bond.claims.length}`,
    onclick: () => { fill(detail, bond.claims.map((claim) => claimCard(claim))); detail.scrollIntoView({ block: "nearest" }); } }, SIGNS[bond.bond] || "?", el("sub", {}, bond.claims.length)));
  fill(root, el("h2", {}, t("relations")), el("p", { class: "sub" }, t("supporter"), " · ", Object.entries(SIGNS).map(([bond, sign]) => `${sign} ${words(bond)}`).join("  ")),
    el("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": t("relations") }, el("table", { class: "matrix" },
      el("thead", {}, el("tr", {}, el("td"), columns.map((id) => el("th", { scope: "col" }, el("span", { dir: "auto" }, names.get(id)))))),
      el("tbody", {}, rows.map((row) => el("tr", {}, el("th", { scope: "row", dir: "auto" }, names.get(row)), columns.map((column) => el("td", {}, cell(row, column)))))))), detail);
}
