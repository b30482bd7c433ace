// The server's answers. An error says what the server said.

export class ApiError extends Error {}

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...options });
  } catch {
    throw new ApiError("offline");
  }
  const type = response.headers.get("content-type") || "";
  const body = type.includes("json") ? await response.json() : await response.text();
  if (!response.ok) throw new ApiError(body.error || response.statusText);
  return body;
}

function query(path, parameters = {}) {
  const parts = Object.entries(parameters)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return parts.length ? `${path}?${parts.join("&")}` : path;
}

const id = (text) => text.split("/").map(encodeURIComponent).join("/");

export const api = {
  settings: () => ask("api/settings"),
  map: (known) => ask(query("api/map", { known })),
  timeline: (known) => ask(query("api/timeline", { known })),
  events: (known) => ask(query("api/events", { known })),
  place: (place, on, known) => ask(query(`api/places/${id(place)}`, { on, known })),
  claim: (key) => ask(`api/claims/${id(key)}`),
  claims: (parameters) => ask(query("api/claims", parameters)),
  report: (report) => ask(`api/reports/${id(report)}`),
  reports: (parameters) => ask(query("api/reports", parameters)),
  captions: (known) => ask(query("api/captions", { known })),
  figures: (parameters) => ask(query("api/figures", parameters)),
  relations: (on, known) => ask(query("api/relations", { on, known })),
  decide: (decision) => ask("api/decisions", {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(decision),
  }),
};
