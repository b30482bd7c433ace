// Who stands with or against whom on a day: a small graph and a matrix, each bond a way to its claims.

import { el, fill, svg } from "../lib/dom.js";
import { t } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { busy, failure, empty, table } from "./common.js";
import { claimCard, words } from "./claim.js";

const SIGNS = { backed: "▲", ally: "●", coalition: "◆", part_of: "⊂", opposes: "✕" };

export async function showRelations(root, { on, known }) {
  if (!root.querySelector(".matrix")) busy(root);
  let relations;
  try { ({ relations } = await api.relations(on, known)); } catch (error) { return failure(root, error, () => showRelations(root, { on, known })); }
  if (!relations.length) return fill(root, el("h2", {}, t("relations")), empty(t("no_relations")));
  const detail = el("div", { class: "detail", role: "region", "aria-live": "polite", "aria-label": t("claims") });
  const show = (bond) => { fill(detail, el("h3", { dir: "auto" }, name(bond)), bond.claims.map((claim) => claimCard(claim))); detail.scrollIntoView({ block: "nearest" }); };
  const columns = [
    { key: "actor", label: t("actor"), value: (bond) => bond.actor.name },
    { key: "bond", label: t("bond"), value: (bond) => words(bond.bond), show: (bond) => el("button", { type: "button", class: "link", onclick: () => show(bond) }, words(bond.bond)) },
    { key: "target", label: t("target"), value: (bond) => bond.target.name },
    { key: "sources", label: t("voices"), value: (bond) => bond.independent, sort: (bond) => bond.independent },
    { key: "first", label: t("since_when"), value: (bond) => bond.first },
    { key: "last", label: t("last_said"), value: (bond) => bond.last },
  ];
  fill(root, el("h2", {}, t("relations")), el("p", { class: "sub" }, t("supporter")),
    el("ul", { class: "signs" }, Object.entries(SIGNS).map(([bond, sign]) => el("li", { class: bond }, el("span", { "aria-hidden": "true" }, sign), " ", words(bond)))),
    el("div", { class: "bonds" }, graph(relations, show, root.clientWidth), matrix(relations, show)), detail,
    el("details", { class: "group" }, el("summary", {}, t("as_table")), table(columns, relations, { name: "relations" })));
}

const shorten = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const name = (bond) => `${bond.actor.name} ${words(bond.bond)} ${bond.target.name}`;

function sides(relations) {
  const found = new Map();
  for (const bond of relations) for (const side of [bond.actor, bond.target]) {
    const entry = found.get(side.id) || { ...side, claims: 0 };
    entry.claims += bond.claims.length;
    found.set(side.id, entry);
  }
  return [...found.values()].sort((a, b) => b.claims - a.claims);
}

// The parties most spoken of on a circle; allies stand beside each other.
function graph(relations, show, room) {
  const shown = sides(relations).slice(0, 14);
  const order = [shown.shift()];
  while (shown.length) {
    const last = order.at(-1).id;
    const near = shown.findIndex((side) => relations.some((bond) => bond.bond !== "opposes" && ((bond.actor.id === last && bond.target.id === side.id) || (bond.target.id === last && bond.actor.id === side.id))));
    order.push(...shown.splice(Math.max(0, near), 1));
  }
  const [width, height] = room > 1000 ? [640, 460] : [Math.max(330, room - 30), 380];
  // Room for the longest name at either side.
  const longest = Math.max(...order.map((side) => shorten(side.name, width < 500 ? 12 : 24).length));
  const wide = width / 2 - Math.min(width * 0.32, 18 + longest * 7.4);
  const at = new Map(order.map((side, i) => { const angle = (i / order.length) * 2 * Math.PI - Math.PI / 2; return [side.id, [width / 2 + Math.cos(angle) * wide, height / 2 + Math.sin(angle) * (height / 2 - 44)]]; }));
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "graph", role: "group", "aria-label": t("relations") });
  for (const bond of relations) {
    const [a, b] = [at.get(bond.actor.id), at.get(bond.target.id)];
    if (!a || !b || a === b) continue;
    const d = `M${a[0].toFixed(1)} ${a[1].toFixed(1)} Q${((a[0] + b[0]) / 2 + (width / 2 - (a[0] + b[0]) / 2) * 0.35).toFixed(1)} ${((a[1] + b[1]) / 2 + (height / 2 - (a[1] + b[1]) / 2) * 0.35).toFixed(1)} ${b[0].toFixed(1)} ${b[1].toFixed(1)}`;
    const open = () => show(bond);
    picture.append(svg("g", { class: `edge ${bond.bond}`, tabindex: 0, role: "button", "aria-label": name(bond), onclick: open, onkeydown: (event) => { if (event.key === "Enter") open(); } },
      svg("title", {}, name(bond)), svg("path", { d, class: "reach" }), svg("path", { d, "stroke-width": Math.min(6, 1.5 + Math.log2(bond.claims.length)) })));
  }
  for (const side of order) {
    const [x, y] = at.get(side.id);
    const anchor = Math.abs(x - width / 2) < (width < 500 ? 12 : 40) ? "middle" : x > width / 2 ? "start" : "end";
    const dx = anchor === "middle" ? 0 : anchor === "start" ? 12 : -12;
    const dy = anchor === "middle" ? (y > height / 2 ? 22 : -13) : 4;
    picture.append(svg("circle", { cx: x, cy: y, r: Math.min(9, 4 + Math.log2(side.claims)) }), svg("text", { x: x + dx, y: y + dy, "text-anchor": anchor }, shorten(side.name, width < 500 ? 12 : 24)));
  }
  return picture;
}

function matrix(relations, show) {
  const rank = new Map(sides(relations).map((side, i) => [side.id, i]));
  const names = new Map(sides(relations).map((side) => [side.id, side.name]));
  const order = (side) => [...new Set(relations.map((bond) => bond[side].id))].sort((a, b) => rank.get(a) - rank.get(b)).slice(0, 24);
  const rows = order("actor"), columns = order("target");
  const cell = (row, column) => relations.filter((bond) => bond.actor.id === row && bond.target.id === column).map((bond) => el("button", { type: "button", class: `bond ${bond.bond}`, title: name(bond), "aria-label": `${name(bond)}, ${bond.claims.length}`, onclick: () => show(bond) }, SIGNS[bond.bond] || "?", el("sub", {}, bond.claims.length)));
  return el("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": t("relations") }, el("table", { class: "matrix" },
    el("thead", {}, el("tr", {}, el("td"), columns.map((id) => el("th", { scope: "col" }, el("span", { dir: "auto" }, names.get(id)))))),
    el("tbody", {}, rows.map((row) => el("tr", {}, el("th", { scope: "row", dir: "auto" }, names.get(row)), columns.map((column) => el("td", {}, cell(row, column))))))));
}
