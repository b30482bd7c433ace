// The review queue: one claim at a time, decided by keys; decisions are records beside the claim, and can be undone.

import { el, fill, say } from "../lib/dom.js";
import { nice } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { onDecision } from "../lib/live.js";
import { busy, failure, empty } from "./common.js";
import { claimCard, openReport, words } from "./claim.js";
import { editClaim } from "./edit.js";
import * as state from "../lib/state.js";

const ORDERS = { confidence: "lowest", newest: "newest", disputes: "disputes", second: "second" };
let queue = [], at = 0, undone = [], root = null, allowed = false, context = null;

export async function showReview(node, view) {
  root = node;
  context = view;
  allowed = !view.settings.readOnly && view.session.role !== "viewer";
  busy(root);
  try { queue = (await api.review({ sort: order(), limit: 300 })).claims; } catch (error) { return failure(root, error, () => showReview(node, view)); }
  at = 0;
  undone = [];
  draw();
}

const order = () => (state.get("sort") in ORDERS ? state.get("sort") : "confidence");

function draw() {
  const claim = queue[at];
  const tool = (verdict, key) => el("button", { type: "button", class: `verdict-${verdict}`, disabled: !allowed, onclick: () => act(key) }, t(verdict), " ", el("kbd", {}, key));
  const done = queue.filter((one) => one.decision).length;
  fill(root, el("h2", {}, t("review")),
    el("div", { class: "choices", role: "group", "aria-label": t("order") }, Object.entries(ORDERS).map(([value, label]) => el("button", { type: "button", "aria-pressed": String(order() === value), onclick: () => state.set({ sort: value === "confidence" ? null : value }) }, t(label)))),
    allowed ? null : el("p", { class: "flag" }, t("readonly")),
    claim ? el("div", { class: "reviewgrid" },
      el("div", {},
        el("div", { class: "progress" }, el("p", { class: "sub", id: "position", role: "status" }, t("position", { n: at + 1, count: queue.length })), el("progress", { max: queue.length, value: done, "aria-label": t("decided_count", { count: done }) })),
        el("div", { class: "reviewcard" }, claimCard(claim, { place: true })),
        el("div", { class: "choices", id: "verdicts" }, tool("accept", "a"), tool("reject", "r"), tool("edit", "e"), tool("undo", "u")),
        el("div", { class: "choices" }, el("button", { type: "button", disabled: at === 0, onclick: () => act("k") }, `← ${t("previous")} `, el("kbd", {}, "k")), el("button", { type: "button", disabled: at >= queue.length - 1, onclick: () => act("j") }, `${t("next")} → `, el("kbd", {}, "j"))),
        el("div", { id: "trail", class: "trail" })),
      el("div", { class: "aside" }, el("h3", {}, t("in_context")), el("p", { id: "context", class: "context", dir: "auto" }))) : empty(t("queue_done")),
    el("p", { class: "sub" }, t("review_help")),
    el("details", { class: "group", ontoggle: (event) => event.target.open && agreement(event.target) }, el("summary", {}, t("agreement"))));
  if (claim) around(claim);
  if (claim && order() !== "second") trail(claim.key);
}

const texts = new Map();

// The words around the evidence, as the report has them: what is judged is what the text says.
async function around(claim) {
  try {
    if (!texts.has(claim.report)) texts.set(claim.report, api.report(claim.report));
    const answer = await texts.get(claim.report);
    const node = document.getElementById("context");
    const mark = answer.claims.find((one) => one.claim.key === claim.key);
    if (!node || queue[at]?.key !== claim.key || !answer.text || !mark) return;
    const points = [...answer.text];
    // Some lines around it, from one word's beginning to another's end.
    let [from, to] = [Math.max(0, mark.start - 420), Math.min(points.length, mark.end + 320)];
    while (from > 0 && from < mark.start && !/\s/.test(points[from - 1])) from++;
    while (to < points.length && to > mark.end && !/\s/.test(points[to])) to--;
    fill(node, from > 0 ? "… " : "", points.slice(from, mark.start).join(""), el("mark", {}, points.slice(mark.start, mark.end).join("")), points.slice(mark.end, to).join(""), to < points.length ? " …" : "");
  } catch { texts.delete(claim.report); }
}

// What was decided about the claim before, by whom.
async function trail(key) {
  const node = document.getElementById("trail");
  try {
    const { decisions } = await api.decisions(key);
    if (queue[at]?.key !== key || !node || !decisions.length) return;
    fill(node, el("h3", {}, t("trail")), el("ul", {}, decisions.slice(0, 12).map((one) => el("li", { class: one.undone ? "undone" : null },
      el("strong", { dir: "auto" }, one.who), ` ${words(one.action)}`, one.field ? ` ${words(one.field)} → ${one.new}` : "", one.why ? ` “${one.why}”` : "", el("small", {}, ` ${nice(one.at, language())}`)))));
  } catch { /* the trail is an extra: the claim can be judged without it */ }
}

async function agreement(node) {
  let answer;
  try { answer = await api.agreement(); } catch (error) { return say(t("error", { what: error.message })); }
  const percent = new Intl.NumberFormat(language(), { style: "percent" });
  const table = el("table", { class: "narrow" }, el("thead", {}, el("tr", {}, ["analysts", "claims", "agreement", "kappa"].map((key) => el("th", { scope: "col" }, t(key))))),
    el("tbody", {}, answer.pairs.map((pair) => el("tr", {}, el("td", { dir: "auto" }, pair.analysts.join(", ")), el("td", {}, pair.claims), el("td", {}, percent.format(pair.agreement)), el("td", {}, pair.kappa == null ? "–" : pair.kappa.toFixed(2))))));
  node.replaceChildren(node.querySelector("summary"), answer.pairs.length ? el("div", { class: "scroll" }, table) : el("p", { class: "empty" }, t("no_agreement")));
}

async function decide(verdict, extra = {}) {
  const claim = queue[at];
  if (!claim || !allowed) return;
  const mine = at;
  try {
    queue[mine] = await api.decide({ claim: claim.key, verdict, ...extra });
    undone.push(mine);
    say(t("decided", { verdict: t(verdict) }));
    if (at === mine && at < queue.length - 1) at++;
    draw();
  } catch (error) { say(t("error", { what: error.message })); }
}

async function undo() {
  const last = undone.pop() ?? (queue[at]?.decision ? at : undefined);
  if (last === undefined || !allowed) return say(t("nothing_to_undo"));
  try {
    queue[last] = await api.decide({ claim: queue[last].key, verdict: "undo" });
    at = last;
    say(t("decided", { verdict: t("undo") }));
    draw();
  } catch (error) { undone.push(last); say(t("error", { what: error.message })); }
}

function act(key) {
  switch (key) {
    case "j": if (at < queue.length - 1) { at++; draw(); } break;
    case "k": if (at > 0) { at--; draw(); } break;
    case "a": decide("accept"); break;
    case "r": decide("reject"); break;
    case "e": if (queue[at] && allowed) editClaim(queue[at], context, (fields, note) => decide("edit", { fields, note })); break;
    case "u": undo(); break;
    case "Enter": if (queue[at]) openReport(queue[at]); break;
    case "?": help(); break;
  }
}

function help() {
  const dialog = document.getElementById("dialog");
  const keys = [["j", "next"], ["k", "previous"], ["a", "accept"], ["r", "reject"], ["e", "edit"], ["u", "undo"], ["Enter", "open_report"], ["?", "help"]];
  fill(dialog, el("h2", {}, t("help")), el("dl", { class: "keys" }, keys.map(([key, text]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, t(text))])),
    el("form", { method: "dialog", class: "choices" }, el("button", { type: "submit" }, t("close"))));
  dialog.showModal();
}

// A claim that a colleague decides on while it waits here shows that, and keeps its place in the queue.
onDecision(({ claim }) => { if (state.get("view") === "review" && queue[at]?.key === claim && order() !== "second") trail(claim); });

document.addEventListener("keydown", (event) => {
  if (state.get("view") !== "review" || event.ctrlKey || event.metaKey || event.altKey) return;
  // A field of a dialog just closed keeps the focus until the next frame: it no longer takes keys.
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && !event.target.closest("dialog:not([open])");
  if (typing || document.getElementById("dialog").open) return;
  if (event.key === "Enter" && /^(BUTTON|A|SUMMARY)$/.test(event.target.tagName)) return;
  if ("jkareu?".includes(event.key) || event.key === "Enter") { act(event.key); event.preventDefault(); }
});
