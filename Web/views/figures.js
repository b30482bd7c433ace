// Figures by time: each claim a bar from low to high, in the colour of its publisher's turn, with its sentence a click away.

import { el, fill, svg } from "../lib/dom.js";
import { nice, toDay, toISO } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { busy, failure, empty, table } from "./common.js";
import { number, openReport, summary, words } from "./claim.js";
import * as state from "../lib/state.js";

export async function showFigures(root, { known }) {
  busy(root);
  let figures;
  try { ({ figures } = await api.figures({ known })); } catch (error) { return failure(root, error, () => showFigures(root, { known })); }
  if (!figures.length) return fill(root, el("h2", {}, t("figures")), empty(t("no_figures")));
  const counts = new Map();
  for (const figure of figures) counts.set(figure.type, (counts.get(figure.type) || 0) + 1);
  const measures = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const chosen = measures.includes(state.get("measure")) ? state.get("measure") : measures[0];
  const rows = figures.filter((figure) => figure.type === chosen);
  const columns = [
    { key: "day", label: t("day"), value: (row) => row.start || row.known, show: (row) => nice(row.start || row.known, language()) },
    { key: "value", label: t("value"), value: number, sort: (row) => row.low ?? row.high ?? 0, show: (row) => el("button", { type: "button", class: "link", onclick: () => openReport(row) }, number(row)) },
    { key: "group", label: t("group"), value: (row) => row.group || "" },
    { key: "where", label: t("place"), value: (row) => row.place?.name || "" },
    { key: "who", label: t("source"), value: (row) => row.attributedTo || row.publisher || "" },
    { key: "said", label: t("modality"), value: (row) => t(row.modality) },
    { key: "sentence", label: t("sentence"), value: (row) => row.sentence },
  ];
  fill(root, el("h2", {}, t("figures")),
    el("div", { class: "choices", role: "group", "aria-label": t("measure") }, measures.map((measure) => el("button", { type: "button", "aria-pressed": String(measure === chosen), onclick: () => state.set({ measure }) }, `${words(measure)} (${counts.get(measure)})`))),
    chart(rows), table(columns, rows, { name: `figures-${chosen}` }));
}

function chart(rows) {
  const width = 1000, height = 300, left = 70, bottom = 30;
  const points = rows.map((row) => ({ row, day: toDay(row.start || row.end || row.known), low: row.low ?? row.high, high: row.high ?? row.low })).filter((point) => point.low > 0);
  if (!points.length) return null;
  const days = points.map((point) => point.day).sort((a, b) => a - b);
  const first = days[Math.floor(days.length * 0.02)], last = Math.max(days.at(-1), first + 1);
  const top = Math.max(...points.map((point) => point.high)), floor = Math.min(...points.map((point) => point.low));
  const [a, b] = [Math.log10(Math.max(0.5, floor * 0.8)), Math.log10(top * 1.25)];
  const x = (day) => left + ((Math.max(first, day) - first) / (last - first)) * (width - left - 20);
  const y = (value) => 10 + (1 - (Math.log10(Math.max(value, 0.5)) - a) / (b - a || 1)) * (height - bottom - 10);
  const format = new Intl.NumberFormat(language(), { notation: "compact" });
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart", role: "img", "aria-label": t("figures") });
  for (let power = Math.ceil(a); power <= Math.floor(b); power++) {
    const at = y(10 ** power);
    picture.append(svg("line", { x1: left, x2: width - 10, y1: at, y2: at, class: "grid" }), svg("text", { x: left - 8, y: at + 4, "text-anchor": "end" }, format.format(10 ** power)));
  }
  for (let i = 0; i <= 4; i++) {
    const day = Math.round(first + ((last - first) * i) / 4);
    picture.append(svg("text", { x: x(day), y: height - 8, "text-anchor": i === 0 ? "start" : i === 4 ? "end" : "middle" }, nice(toISO(day), language())));
  }
  for (const { row, day, low, high } of points) {
    const group = svg("g", { class: `point ${row.modality}`, onclick: () => openReport(row) }, svg("title", {}, `${nice(toISO(day), language())}: ${summary(row)} — ${row.attributedTo || row.publisher || ""}`));
    if (high > low) group.append(svg("line", { x1: x(day), x2: x(day), y1: y(low), y2: y(high), class: "range" }));
    group.append(svg("circle", { cx: x(day), cy: y(low), r: 5 }));
    if (high > low) group.append(svg("circle", { cx: x(day), cy: y(high), r: 5 }));
    picture.append(group);
  }
  return picture;
}
