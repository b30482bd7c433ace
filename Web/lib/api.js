// The server's answers. An error says what the server said.

export class ApiError extends Error {
  constructor(message, status = 0) { super(message); this.status = status; }
}

// What requests that change something must carry; the session tells it.
let csrf = null;
export function useToken(token) { csrf = token; }

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...options });
  } catch {
    throw new ApiError("offline");
  }
  const type = response.headers.get("content-type") || "";
  const body = type.includes("json") ? await response.json() : await response.text();
  if (!response.ok) throw new ApiError(body.error || response.statusText, response.status);
  return body;
}

export function query(path, parameters = {}) {
  const parts = Object.entries(parameters)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return parts.length ? `${path}?${parts.join("&")}` : path;
}

const id = (text) => text.split("/").map(encodeURIComponent).join("/");

function send(method, path, body) {
  const headers = { "content-type": "application/json" };
  if (csrf) headers["x-csrf-token"] = csrf;
  return ask(path, { method, headers, body: JSON.stringify(body ?? {}) });
}

export const api = {
  session: () => ask("api/session"),
  settings: () => ask("api/settings"),
  map: (on, known) => ask(query("api/map", { on, known })),
  histories: (known) => ask(query("api/map/histories", { known })),
  timeline: (known) => ask(query("api/timeline", { known })),
  events: (from, to, known) => ask(query("api/events", { from, to, known })),
  flows: (known) => ask(query("api/flows", { known })),
  places: (q) => ask(query("api/places", { q, limit: 12 })),
  actors: (q) => ask(query("api/actors", { q, limit: 12 })),
  place: (place, on, known) => ask(query(`api/places/${id(place)}`, { on, known })),
  history: (place, known) => ask(query(`api/places/${id(place)}/history`, { known })),
  claims: (parameters) => ask(query("api/claims", parameters)),
  report: (report) => ask(`api/reports/${id(report)}`),
  reports: (parameters) => ask(query("api/reports", parameters)),
  captions: (known) => ask(query("api/captions", { known })),
  figures: (parameters) => ask(query("api/figures", parameters)),
  relations: (on, known) => ask(query("api/relations", { on, known })),
  review: (parameters) => ask(query("api/review", parameters)),
  decide: (decision) => send("POST", "api/decisions", decision),
  decisions: (claim) => ask(query("api/decisions", { claim })),
  agreement: () => ask("api/agreement"),
  logIn: (name, password) => send("POST", "api/login", { name, password }),
  join: (invitation, name, password) => send("POST", "api/join", { invitation, name, password }),
  logOut: () => send("POST", "api/logout"),
  password: (old, fresh) => send("POST", "api/password", { old, new: fresh }),
  tokens: () => ask("api/tokens"),
  makeToken: (label, scopes) => send("POST", "api/tokens", { label, scopes }),
  removeToken: (number) => send("DELETE", `api/tokens/${number}`),
  accounts: () => ask("api/accounts"),
  changeAccount: (name, change) => send("PATCH", `api/accounts/${encodeURIComponent(name)}`, change),
  invite: (role) => send("POST", "api/invitations", { role }),
};
