// The bar above: views, language, theme, account, sources and licences.

import { el, fill } from "./dom.js";
import { t, language, languages } from "./texts.js";
import * as state from "./state.js";

const byId = (id) => document.getElementById(id);

export function setTheme(name) {
  const theme = name === "dark" ? "dark" : "light";
  document.documentElement.dataset.theme = theme;
  return theme;
}

export function chrome(page, views) {
  document.querySelector("[data-text=skip]").textContent = t("skip");
  byId("nav").setAttribute("aria-label", t("views"));
  const { settings, session } = page;
  const shown = Object.keys(views).filter((name) => name !== "account" && (name !== "review" || (settings && !settings.isPublic)));
  byId("nav").replaceChildren(...(settings ? shown.map((name) => link(name)) : []));
  const other = language() === "ar" ? "en" : "ar";
  byId("language").textContent = languages[other];
  byId("language").lang = other;
  byId("language").onclick = () => state.set({ lang: other === "en" ? null : other }, { push: true });
  byId("theme").textContent = t(page.theme === "dark" ? "light" : "dark");
  byId("theme").onclick = () => state.set({ theme: page.theme === "dark" ? "light" : "dark" });
  byId("account").hidden = settings?.mode !== "accounts";
  byId("account").textContent = session?.name || "";
  byId("account").setAttribute("aria-label", `${t("account")}: ${session?.name || ""}`);
  byId("account").onclick = () => go("account");
  byId("about").textContent = t("about");
  byId("about").onclick = () => about(settings);
}

function go(name) {
  state.set({ view: name === "map" ? null : name, report: null, claim: null, place: null, spot: null, sort: null }, { push: true });
}

function link(name) {
  return el("a", { href: name === "map" ? "?" : `?view=${name}`, "data-view": name, "aria-current": (state.get("view") || "map") === name ? "page" : null,
    onclick: (event) => { if (event.metaKey || event.ctrlKey) return; event.preventDefault(); go(name); } }, t(name));
}

function about(settings) {
  const dialog = byId("dialog");
  fill(dialog, el("h2", {}, `Dateline ${settings?.version ?? ""}`),
    el("p", {}, settings ? t("claims_total", { claims: settings.claims, reports: settings.reports }) : ""),
    el("h3", {}, t("attribution")),
    el("pre", { class: "notice", tabIndex: 0 }, settings?.notice || "MapLibre GL JS (BSD-3-Clause). Natural Earth (public domain). GeoNames (CC BY 4.0)."),
    el("form", { method: "dialog", class: "choices" }, el("button", { type: "submit" }, t("close"))));
  dialog.showModal();
}
