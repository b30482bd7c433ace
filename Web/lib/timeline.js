// The time axis: a histogram of claims, marks where hands changed, the slider of the day and that of what was known.

import { el, fill } from "./dom.js";
import { nice, toDay, toISO } from "./days.js";
import { t, language } from "./texts.js";
import { party } from "./palette.js";

export class Timeline {
  // range: {first, last, firstKnown, lastKnown} as days; on/known as days (known null: everything).
  constructor(root, range, { onDay, onKnown }) {
    Object.assign(this, { root, range, onDay, onKnown, days: [], changes: [], day: range.last, known: null, playing: null });
    this.build();
    new ResizeObserver(() => this.draw()).observe(this.canvas);
  }

  build() {
    const { range } = this;
    this.canvas = el("canvas", { class: "histogram", "aria-hidden": "true" });
    this.on = el("input", { type: "range", id: "on", min: range.first, max: range.last, step: 1, value: this.day,
      oninput: () => this.setDay(Number(this.on.value), true) });
    const ceiling = range.lastKnown + 1;
    this.knownInput = el("input", { type: "range", id: "known", min: range.firstKnown, max: ceiling, step: 1, value: this.known ?? ceiling,
      oninput: () => { const value = Number(this.knownInput.value); this.setKnown(value >= ceiling ? null : value, true); } });
    this.onText = el("input", { type: "date", class: "date", "aria-label": t("on"), min: toISO(range.first), max: toISO(range.last),
      onchange: () => this.onText.value && this.setDay(toDay(this.onText.value), true) });
    this.knownText = el("output", { class: "date", htmlFor: "known" });
    this.button = el("button", { type: "button", class: "icon", "aria-label": t("play"), title: t("play"), onclick: () => this.play() }, "▶");
    const jump = (sign, label, sign_text) => el("button", { type: "button", class: "icon flip", "aria-label": label, title: label, onclick: () => this.jump(sign) }, sign_text);
    fill(this.root,
      el("div", { class: "plot" }, this.canvas),
      el("div", { class: "row" },
        el("div", { class: "buttons" }, jump(-1, t("previous_change"), "|◀"), this.button, jump(1, t("next_change"), "▶|")),
        el("label", { htmlFor: "on" }, t("on")), this.on, this.onText),
      el("div", { class: "row second" }, el("label", { htmlFor: "known" }, t("known")), this.knownInput, this.knownText));
    this.canvas.addEventListener("click", (event) => {
      const box = this.canvas.getBoundingClientRect();
      let share = (event.clientX - box.left) / box.width;
      if (document.documentElement.dir === "rtl") share = 1 - share;
      this.setDay(Math.round(range.first + share * (range.last - range.first)), true);
    });
    this.show();
  }

  setData(days, changes) {
    this.days = days.map((day) => ({ ...day, number: toDay(day.day) }));
    this.changes = changes.map((change) => ({ ...change, number: toDay(change.day) }));
    this.draw();
  }

  setDay(day, tell = false) {
    this.day = Math.max(this.range.first, Math.min(this.range.last, day));
    this.show();
    this.draw();
    if (tell) this.onDay(this.day);
  }

  setKnown(known, tell = false) {
    this.known = known;
    this.show();
    this.draw();
    if (!tell) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.onKnown(known), 90);
  }

  show() {
    this.on.value = this.day;
    this.on.setAttribute("aria-valuetext", nice(toISO(this.day), language()));
    this.onText.value = toISO(this.day);
    const text = this.known === null ? t("everything") : nice(toISO(this.known), language());
    this.knownText.textContent = text;
    this.knownInput.value = this.known ?? this.range.lastKnown + 1;
    this.knownInput.setAttribute("aria-valuetext", text);
  }

  jump(sign) {
    const days = [...new Set(this.changes.map((change) => change.number))].sort((a, b) => a - b);
    const next = sign > 0 ? days.find((day) => day > this.day) : days.findLast((day) => day < this.day);
    if (next !== undefined) this.setDay(next, true);
  }

  play() {
    const stop = () => { clearInterval(this.playing); this.playing = null; };
    if (this.playing) stop();
    else {
      if (this.day >= this.range.last) this.setDay(this.range.first, true);
      const step = Math.max(1, Math.round((this.range.last - this.range.first) / 400));
      this.playing = setInterval(() => {
        if (this.day >= this.range.last) { stop(); this.mark(); return; }
        this.setDay(this.day + step, true);
      }, 130);
    }
    this.mark();
  }

  mark() {
    const label = t(this.playing ? "pause" : "play");
    this.button.textContent = this.playing ? "❚❚" : "▶";
    this.button.setAttribute("aria-label", label);
    this.button.title = label;
  }

  draw() {
    const { canvas, range } = this;
    const ratio = devicePixelRatio || 1;
    const width = canvas.clientWidth, height = canvas.clientHeight;
    if (!width) return;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.direction = "ltr";
    context.textAlign = "left";
    const css = getComputedStyle(document.documentElement);
    const colour = (name) => css.getPropertyValue(name).trim();
    const span = Math.max(1, range.last - range.first);
    const rtl = document.documentElement.dir === "rtl";
    const x = (day) => { const at = ((day - range.first) / span) * width; return rtl ? width - at : at; };
    const base = height - 16, top = 12;
    const bins = Math.min(span + 1, Math.floor(width / 4));
    const heights = new Array(bins).fill(0);
    for (const day of this.days) {
      if (day.number < range.first || day.number > range.last) continue;
      heights[Math.min(bins - 1, Math.floor(((day.number - range.first) / (span + 1)) * bins))] += day.events + day.control + day.figures;
    }
    const most = Math.max(1, ...heights);
    context.fillStyle = colour("--bars");
    heights.forEach((count, i) => {
      if (!count) return;
      const left = x(range.first + (i / bins) * span), w = Math.max(2, width / bins - 1);
      const h = Math.max(2, Math.sqrt(count / most) * (base - top));
      context.fillRect(rtl ? left - w : left, base - h, w, h);
    });
    for (const change of this.changes) {
      if (change.number < range.first || change.number > range.last) continue;
      const px = x(change.number);
      context.fillStyle = change.holder ? party(change.holder).colour : colour("--faint");
      context.beginPath();
      context.moveTo(px, top - 1); context.lineTo(px - 4.5, top - 9); context.lineTo(px + 4.5, top - 9);
      context.fill();
      context.fillRect(px - 0.5, top - 2, 1, base - top + 2);
    }
    context.fillStyle = colour("--faint");
    context.font = "10.5px system-ui, sans-serif";
    const step = Math.max(1, Math.ceil(span / Math.max(2, width / 90)));
    for (let day = range.first, last = -100; day <= range.last; day += step) {
      const label = nice(toISO(day).slice(0, span > 700 ? 7 : 10), language());
      const w = context.measureText(label).width;
      const px = Math.max(0, Math.min(width - w, x(day) - w / 2));
      if (Math.abs(px - last) < w + 12) continue;
      last = px;
      context.fillText(label, px, height - 3);
    }
    context.fillStyle = colour("--accent");
    context.fillRect(Math.min(width - 2, Math.max(0, x(this.day) - 1)), 0, 2, base + 2);
    if (this.known !== null) {
      const px = x(this.known);
      context.strokeStyle = colour("--ink");
      context.setLineDash([3, 3]);
      context.beginPath(); context.moveTo(px, 0); context.lineTo(px, base); context.stroke();
      context.setLineDash([]);
    }
  }
}
