// Every report in the record.

import { el, fill } from "../lib/dom.js";
import { nice } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { busy, failure, empty, table } from "./common.js";
import * as state from "../lib/state.js";

export async function showReports(root) {
  busy(root);
  let answer;
  try { answer = await api.reports({ limit: 2000 }); } catch (error) { return failure(root, error, () => showReports(root)); }
  if (!answer.reports.length) return fill(root, el("h2", {}, t("reports")), empty(t("no_reports")));
  const columns = [
    { key: "day", label: t("published"), value: (report) => report.published || "", show: (report) => nice(report.published, language()) },
    { key: "what", label: t("report"), value: (report) => report.title || t("untitled"), show: (report) => el("button", { type: "button", class: "link", dir: "auto", onclick: () => state.set({ report: report.id, claim: null }, { push: true }) }, report.title || t("untitled")) },
    { key: "publisher", label: t("publisher"), value: (report) => report.publisher || "" },
    { key: "count", label: t("claims"), value: (report) => report.claims, sort: (report) => report.claims },
  ];
  fill(root, el("h2", {}, t("reports")), table(columns, answer.reports, { name: "reports" }));
}
