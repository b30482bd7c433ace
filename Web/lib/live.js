// What is new on the server, as it becomes known: server-sent events.

import { say } from "./dom.js";
import { t } from "./texts.js";
import { words } from "../views/claim.js";

// Listeners to decisions of others: (decision {claim, action, who}) → nothing.
const listeners = new Set();
export function onDecision(listener) { listeners.add(listener); return () => listeners.delete(listener); }

// A record that is being read into grows every second: its picture is fetched again at most this often.
const PAUSE = 15000;

export function follow(page, reload) {
  let claims = page.settings.claims, last = 0, waiting = null;
  const soon = () => {
    waiting ??= setTimeout(() => { waiting = null; last = Date.now(); reload(); }, Math.max(200, last + PAUSE - Date.now()));
  };
  const stream = new EventSource("api/stream");
  stream.addEventListener("version", (event) => {
    const now = JSON.parse(event.data);
    if (now.claims > claims) say(t("new_claims", { count: now.claims - claims }));
    claims = now.claims;
    soon();
  });
  stream.addEventListener("decision", (event) => {
    const decision = JSON.parse(event.data);
    for (const listener of listeners) listener(decision);
    if (decision.who !== page.session.name) say(t("other_decided", { who: decision.who, verdict: words(decision.action) }));
  });
  addEventListener("pagehide", () => stream.close());
}
