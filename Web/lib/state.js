// The whole view lives in the address: a link opens the same picture.

const KEYS = ["view", "on", "known", "from", "to", "place", "spot", "report", "claim", "q", "kind", "type", "modality",
  "publisher", "source", "actor", "where", "confidence", "measure", "sort", "lang", "theme", "at", "events"];

const listeners = new Set();
let state = read();

function read() {
  const found = new URLSearchParams(location.search);
  const out = {};
  for (const key of KEYS) if (found.get(key)) out[key] = found.get(key);
  return out;
}

export function get(key) { return state[key] ?? null; }

export function set(changes, { push = false, quiet = false } = {}) {
  const before = state;
  state = { ...state };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === "") delete state[key];
    else state[key] = String(value);
  }
  const changed = new Set(KEYS.filter((key) => state[key] !== before[key]));
  if (!changed.size) return;
  write(push);
  if (!quiet) for (const listener of listeners) listener(changed);
}

let timer = null;
function write(push) {
  const text = KEYS.filter((key) => state[key]).map((key) => `${key}=${encodeURIComponent(state[key])}`).join("&");
  const address = text ? `?${text}` : location.pathname;
  clearTimeout(timer);
  if (push) history.pushState(null, "", address);
  else timer = setTimeout(() => history.replaceState(null, "", address), 120);
}

export function listen(listener) { listeners.add(listener); }

addEventListener("popstate", () => {
  clearTimeout(timer);
  const before = state;
  state = read();
  const changed = new Set(KEYS.filter((key) => state[key] !== before[key]));
  for (const listener of listeners) listener(changed);
});
