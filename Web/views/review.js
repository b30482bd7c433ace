// The review queue: one claim at a time, decided by keys; decisions are records beside the claim, and can be undone.

import { el, fill, say } from "../lib/dom.js";
import { t } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { busy, failure, empty } from "./common.js";
import { claimCard, openReport } from "./claim.js";
import * as state from "../lib/state.js";

let queue = [], at = 0, undone = [], root = null, readOnly = false;

export async function showReview(node, { settings }) {
  root = node;
  readOnly = settings.readOnly;
  busy(root);
  const sort = state.get("sort") === "newest" ? "newest" : "confidence";
  try { queue = (await api.claims({ decision: "none", sort, limit: 500 })).claims; } catch (error) { return failure(root, error, () => showReview(node, { settings })); }
  at = 0;
  undone = [];
  draw();
}

function draw() {
  const claim = queue[at];
  const sort = state.get("sort") === "newest" ? "newest" : "confidence";
  const tool = (verdict, key) => el("button", { type: "button", class: `verdict-${verdict}`, disabled: readOnly, onclick: () => act(key) }, t(verdict), " ", el("kbd", {}, key));
  fill(root, el("h2", {}, t("review")),
    el("div", { class: "choices" }, [["confidence", "lowest"], ["newest", "newest"]].map(([value, label]) => el("button", { type: "button", "aria-pressed": String(sort === value), onclick: () => state.set({ sort: value }) }, t(label)))),
    readOnly ? el("p", { class: "flag" }, t("readonly")) : null,
    claim ? [el("p", { class: "sub", role: "status" }, t("position", { n: at + 1, count: queue.length })), el("div", { class: "reviewcard" }, claimCard(claim, { place: true })),
      el("div", { class: "choices", id: "verdicts" }, tool("accept", "a"), tool("reject", "r"), tool("edit", "e"), tool("undo", "u"))] : empty(t("queue_done")),
    el("p", { class: "sub" }, t("review_help")));
}

async function decide(verdict, extra = {}) {
  const claim = queue[at];
  if (!claim || readOnly) return;
  try {
    queue[at] = await api.decide({ claim: claim.key, verdict, ...extra });
    undone.push(at);
    say(t("decided", { verdict: t(verdict) }));
    if (at < queue.length - 1) at++;
    draw();
  } catch (error) { say(t("error", { what: error.message })); }
}

async function undo() {
  const last = undone.pop();
  if (last === undefined || readOnly) return;
  try {
    queue[last] = await api.decide({ claim: queue[last].key, verdict: "undo" });
    at = last;
    say(t("decided", { verdict: t("undo") }));
    draw();
  } catch (error) { undone.push(last); say(t("error", { what: error.message })); }
}

function edit() {
  const claim = queue[at];
  if (!claim || readOnly) return;
  const dialog = document.getElementById("dialog");
  const fields = { type: claim.type, place: claim.place?.name || "", holder: claim.holder?.name || "", actor: claim.actor?.name || "", target: claim.target?.name || "", modality: claim.modality, start: claim.start || "" };
  const labels = { start: t("when") };
  const inputs = Object.entries(fields).map(([name, value]) => [name, value, el("input", { value, id: `edit-${name}`, dir: "auto" })]);
  const note = el("input", { id: "edit-note" });
  fill(dialog, el("form", { method: "dialog", onsubmit: () => {
    const changed = Object.fromEntries(inputs.filter(([, value, input]) => input.value !== value).map(([name, , input]) => [name, input.value]));
    if (Object.keys(changed).length || note.value) decide("edit", { fields: changed, note: note.value || null });
  } }, el("h2", {}, t("edit")), inputs.map(([name, , input]) => el("label", { htmlFor: input.id }, labels[name] || t(name), input)), el("label", { htmlFor: "edit-note" }, t("note"), note),
    el("div", { class: "choices" }, el("button", { type: "submit" }, t("save")), el("button", { type: "button", onclick: () => dialog.close() }, t("cancel")))));
  dialog.showModal();
}

function act(key) {
  switch (key) {
    case "j": if (at < queue.length - 1) { at++; draw(); } break;
    case "k": if (at > 0) { at--; draw(); } break;
    case "a": decide("accept"); break;
    case "r": decide("reject"); break;
    case "e": edit(); break;
    case "u": undo(); break;
    case "Enter": if (queue[at]) openReport(queue[at]); break;
    case "?": say(t("review_help")); break;
  }
}

document.addEventListener("keydown", (event) => {
  if (state.get("view") !== "review" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || document.getElementById("dialog").open) return;
  if (event.key === "Enter" && event.target.tagName === "BUTTON") return;
  if ("jkareu?".includes(event.key) || event.key === "Enter") { act(event.key); event.preventDefault(); }
});
