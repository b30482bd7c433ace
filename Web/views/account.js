// The door (log in, or make the account that an invitation is for) and one's own account: password, API tokens; for
// administrators all accounts and invitations.

import { el, fill, say } from "../lib/dom.js";
import { nice } from "../lib/days.js";
import { t, language } from "../lib/texts.js";
import { api } from "../lib/api.js";
import { busy, failure } from "./common.js";

const ROLES = ["viewer", "analyst", "editor", "administrator"];
const SCOPES = ["read", "decide", "metrics"];

function field(id, label, attributes = {}) {
  const input = el("input", { id, required: true, ...attributes });
  return { input, node: el("label", { htmlFor: id }, t(label), input) };
}

export function showDoor(root) {
  const invitation = new URLSearchParams(location.search).get("invitation");
  const name = field("name", "name", { autocomplete: "username", maxLength: 40, dir: "auto" });
  const password = field("password", "password", { type: "password", autocomplete: invitation ? "new-password" : "current-password", minLength: invitation ? 12 : null });
  const wrong = el("p", { class: "flag", role: "alert" });
  const submit = async (event) => {
    event.preventDefault();
    wrong.textContent = "";
    try {
      if (invitation) await api.join(invitation, name.input.value, password.input.value); else await api.logIn(name.input.value, password.input.value);
      const address = new URL(location.href);
      address.searchParams.delete("invitation");
      location.replace(address);
    } catch (error) { wrong.textContent = error.message === "offline" ? t("offline") : error.message; password.input.select(); }
  };
  document.body.dataset.view = "door";
  fill(root, el("form", { class: "door", onsubmit: submit }, el("h2", {}, t(invitation ? "join" : "log_in")), invitation ? el("p", { class: "sub" }, t("join_help")) : null,
    name.node, password.node, wrong, el("button", { type: "submit", class: "primary" }, t(invitation ? "join" : "log_in"))));
  name.input.focus();
}

export async function showAccount(root, { session, settings }) {
  if (settings.mode !== "accounts") return fill(root, el("h2", {}, t("account")), el("p", {}, t("no_accounts")));
  busy(root);
  const admin = session.role === "administrator";
  let tokens, accounts = [];
  try {
    ({ tokens } = await api.tokens());
    if (admin) ({ accounts } = await api.accounts());
  } catch (error) { return failure(root, error, () => showAccount(root, { session, settings })); }
  const again = () => showAccount(root, { session, settings });
  fill(root, el("h2", { dir: "auto" }, session.name), el("p", { class: "sub" }, t(session.role)),
    el("div", { class: "choices" }, el("button", { type: "button", onclick: async () => { await attempt(api.logOut()); location.href = "."; } }, t("log_out"))),
    passwordForm(), tokenList(tokens, again), admin ? accountList(accounts, session, again) : null);
}

async function attempt(promise) {
  try { return await promise; } catch (error) { say(t("error", { what: error.message })); return null; }
}

function passwordForm() {
  const old = field("old", "old_password", { type: "password", autocomplete: "current-password" });
  const fresh = field("new", "new_password", { type: "password", autocomplete: "new-password", minLength: 12 });
  return el("form", { class: "narrowform", onsubmit: async (event) => {
    event.preventDefault();
    if (await attempt(api.password(old.input.value, fresh.input.value))) { say(t("password_changed")); event.target.reset(); }
  } }, el("h3", {}, t("change_password")), old.node, fresh.node, el("button", { type: "submit" }, t("save")));
}

function tokenList(tokens, again) {
  const label = field("label", "token_label", { maxLength: 80, dir: "auto" });
  const boxes = SCOPES.map((scope) => el("input", { type: "checkbox", value: scope, checked: scope === "read" }));
  const made = el("p", { class: "secret", role: "status" });
  return el("section", { class: "narrowform" }, el("h3", {}, t("tokens")), el("p", { class: "sub" }, t("tokens_help")),
    tokens.length ? el("ul", { class: "rows" }, tokens.map((token) => el("li", {}, el("strong", { dir: "auto" }, token.label), el("span", { class: "sub" }, `${token.scopes.map((scope) => t(`scope_${scope}`)).join(", ")} · ${nice(token.created, language())}`),
      el("button", { type: "button", onclick: async () => { if (await attempt(api.removeToken(token.id))) again(); } }, t("remove"))))) : null,
    el("form", { onsubmit: async (event) => {
      event.preventDefault();
      const answer = await attempt(api.makeToken(label.input.value, boxes.filter((box) => box.checked).map((box) => box.value)));
      if (answer) { made.textContent = `${t("token_once")} ${answer.token}`; event.target.reset(); }
    } }, label.node, el("div", { class: "choices" }, boxes.map((box, i) => el("label", { class: "inline" }, box, t(`scope_${SCOPES[i]}`)))), el("button", { type: "submit" }, t("make_token"))), made);
}

function accountList(accounts, session, again) {
  const made = el("p", { class: "secret", role: "status" });
  const wanted = el("select", { id: "invite-role" }, ROLES.map((role) => el("option", { value: role, selected: role === "analyst" }, t(role))));
  const row = (account) => el("tr", {}, el("td", { dir: "auto" }, account.name),
    el("td", {}, el("select", { "aria-label": `${t("role")}: ${account.name}`, disabled: account.name === session.name, onchange: async (event) => { await attempt(api.changeAccount(account.name, { role: event.target.value })); again(); } }, ROLES.map((role) => el("option", { value: role, selected: role === account.role }, t(role))))),
    el("td", {}, nice(account.created, language())),
    el("td", {}, el("button", { type: "button", disabled: account.name === session.name, onclick: async () => { await attempt(api.changeAccount(account.name, { closed: !account.closed })); again(); } }, t(account.closed ? "open_account" : "close_account"))));
  return el("section", {}, el("h3", {}, t("accounts")),
    el("div", { class: "scroll" }, el("table", { class: "narrow" }, el("thead", {}, el("tr", {}, [t("name"), t("role"), t("since_when"), ""].map((text) => (text ? el("th", { scope: "col" }, text) : el("td", {}))))), el("tbody", {}, accounts.map(row)))),
    el("form", { class: "choices", onsubmit: async (event) => {
      event.preventDefault();
      const answer = await attempt(api.invite(wanted.value));
      if (answer) made.textContent = `${t("invitation_once")} ${new URL(`?invitation=${encodeURIComponent(answer.invitation)}`, location.href).href}`;
    } }, el("label", { class: "inline", htmlFor: "invite-role" }, t("role"), wanted), el("button", { type: "submit" }, t("invite"))), made);
}
