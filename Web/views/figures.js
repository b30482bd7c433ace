// Figures by time: for each scope and group a band from the lowest to the highest figure that sources stand by, with
// every figure as a mark that leads to its sentence.

import { el, fill, svg } from "../lib/dom.js";
import { nice, toDay, toISO } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { busy, failure, empty, table } from "./common.js";
import { number, openReport, summary, words } from "./claim.js";
import * as state from "../lib/state.js";

const FACTUAL = new Set(["asserted", "claimed"]);

export async function showFigures(root, { known }) {
  busy(root);
  let figures;
  try { ({ figures } = await api.figures({ known })); } catch (error) { return failure(root, error, () => showFigures(root, { known })); }
  if (!figures.length) return fill(root, el("h2", {}, t("figures")), empty(t("no_figures")));
  const counts = new Map();
  for (const figure of figures) counts.set(figure.type, (counts.get(figure.type) || 0) + 1);
  const measures = [...counts].sort((a, b) => b[1] - a[1]);
  const chosen = counts.has(state.get("measure")) ? state.get("measure") : measures[0][0];
  const places = new Map();
  for (const figure of figures) if (figure.type === chosen && figure.place) places.set(figure.place.id, figure.place.name);
  const where = places.has(state.get("where")) ? state.get("where") : null;
  const rows = figures.filter((figure) => figure.type === chosen && (!where || figure.place?.id === where));
  const columns = [
    { key: "day", label: t("day"), value: (row) => row.start || row.known, show: (row) => nice(row.start || row.known, language()) },
    { key: "value", label: t("value"), value: number, sort: (row) => row.low ?? row.high ?? 0, show: (row) => el("button", { type: "button", class: "link", onclick: () => openReport(row) }, number(row) || "–") },
    { key: "group", label: t("group"), value: (row) => row.group || "" },
    { key: "where", label: t("place"), value: (row) => row.place?.name || "" },
    { key: "said", label: t("modality"), value: (row) => t(row.modality) },
    { key: "who", label: t("source"), value: (row) => row.attributedTo || "" },
    { key: "publisher", label: t("publisher"), value: (row) => row.publisher || "" },
    { key: "sentence", label: t("sentence"), value: (row) => row.sentence || t("withheld") },
  ];
  fill(root, el("h2", {}, t("figures")),
    el("div", { class: "choices", role: "group", "aria-label": t("measure") }, measures.map(([name, count]) => el("button", { type: "button", "aria-pressed": String(name === chosen), onclick: () => state.set({ measure: name, where: null }) }, words(name), " ", el("small", {}, count)))),
    places.size > 1 ? el("label", { class: "inline", htmlFor: "scope" }, t("place"), el("select", { id: "scope", onchange: (event) => state.set({ where: event.target.value || null }) },
      el("option", { value: "" }, t("all")), [...places].sort((a, b) => a[1].localeCompare(b[1])).map(([id, name]) => el("option", { value: id, selected: id === where }, name)))) : null,
    chart(rows, Math.min(1200, root.clientWidth - 40)), el("p", { class: "sub" }, t("chart_help")), table(columns, rows, { name: `figures-${chosen}` }));
}

// Figures of one group and scope belong together; others are never added to them.
function series(points) {
  const groups = new Map();
  for (const point of points) {
    const key = `${point.row.place?.id || ""}|${(point.row.group || "").toLowerCase()}|${point.row.unit || ""}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(point);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

// The band of a series: on each day the lowest and highest of the sources' newest figures.
function band(group) {
  const newest = new Map(), days = [];
  for (const { day, low, high, row } of group) {
    newest.set(row.attributedTo || row.publisher || row.report, { low, high });
    const told = [...newest.values()];
    const edge = { day, low: Math.min(...told.map((one) => one.low)), high: Math.max(...told.map((one) => one.high)) };
    if (days.at(-1)?.day === day) days[days.length - 1] = edge; else days.push(edge);
  }
  return days;
}

function chart(rows, room) {
  const points = rows.filter((row) => (row.low ?? row.high) > 0 && FACTUAL.has(row.modality)).map((row) => ({ row, day: toDay(row.start || row.known), low: row.low ?? row.high, high: row.high ?? row.low })).sort((a, b) => a.day - b.day).slice(-1500);
  if (points.length < 2) return null;
  const width = Math.max(300, room), height = width < 600 ? 240 : 320, left = 52, bottom = 30, right = 16, dates = width < 600 ? 2 : 4;
  // A single figure of long ago does not press the others together.
  const first = points[Math.floor(points.length * 0.02)].day, last = Math.max(points.at(-1).day, first + 7);
  const top = Math.max(...points.map((point) => point.high)), floor = Math.min(...points.map((point) => point.low));
  const [a, b] = [Math.log10(Math.max(0.5, floor * 0.8)), Math.log10(top * 1.25)];
  const x = (day) => left + ((Math.max(first, day) - first) / (last - first)) * (width - left - right);
  const y = (value) => 10 + (1 - (Math.log10(Math.max(value, 0.5)) - a) / (b - a || 1)) * (height - bottom - 10);
  const format = new Intl.NumberFormat(language(), { notation: "compact" });
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart", role: "group", "aria-label": t("figures") });
  for (let power = Math.ceil(a); power <= Math.floor(b); power++) {
    const at = y(10 ** power);
    picture.append(svg("line", { x1: left, x2: width - right, y1: at, y2: at, class: "grid" }), svg("text", { x: left - 8, y: at + 4, "text-anchor": "end" }, format.format(10 ** power)));
  }
  for (let i = 0; i <= dates; i++) {
    const day = Math.round(first + ((last - first) * i) / dates);
    picture.append(svg("text", { x: x(day), y: height - 8, "text-anchor": i === 0 ? "start" : i === dates ? "end" : "middle" }, nice(toISO(day), language())));
  }
  for (const group of series(points)) {
    const edges = band(group);
    if (edges.length < 2) continue;
    const line = (key, list) => list.map((edge) => `${x(edge.day).toFixed(1)},${y(edge[key]).toFixed(1)}`).join(" ");
    picture.append(svg("polygon", { class: "band-area", points: `${line("high", edges)} ${line("low", [...edges].reverse())}` }));
  }
  for (const { row, day, low, high } of points) picture.append(mark(row, day, low, high, x, y));
  return picture;
}

function mark(row, day, low, high, x, y) {
  const title = `${nice(toISO(day), language())}: ${summary(row)} — ${row.attributedTo || row.publisher || ""}`;
  const open = () => openReport(row);
  const group = svg("g", { class: `point ${row.modality}`, tabindex: 0, role: "button", "aria-label": title, onclick: open, onkeydown: (event) => { if (event.key === "Enter") open(); } }, svg("title", {}, title));
  if (high > low) group.append(svg("line", { x1: x(day), x2: x(day), y1: y(low), y2: y(high), class: "range" }));
  group.append(svg("circle", { cx: x(day), cy: y(low), r: 5 }));
  if (high > low) group.append(svg("circle", { cx: x(day), cy: y(high), r: 5 }));
  return group;
}
