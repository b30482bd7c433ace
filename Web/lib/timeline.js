// The time axis: a histogram of claims, marks where hands changed, a brush, the slider of the day and that of what was
// known.

import { el, fill } from "./dom.js";
import { nice, toDay, toISO } from "./days.js";
import { t, language } from "./texts.js";
import { party } from "./palette.js";

export class Timeline {
  // range: {first, last, firstKnown, lastKnown} as days; known null: everything; brush: [first, last] or null.
  constructor(root, range, { day, onDay, onKnown, onBrush }) {
    Object.assign(this, { root, range, onDay, onKnown, onBrush, days: [], changes: [], day, known: null, brush: null, playing: null });
    this.build();
    new ResizeObserver(() => this.draw()).observe(this.canvas);
  }

  build() {
    const { range } = this;
    this.canvas = el("canvas", { class: "histogram", "aria-hidden": "true", title: t("brush_help") });
    this.on = el("input", { type: "range", id: "on", min: range.first, max: range.last, step: 1, value: this.day,
      oninput: () => this.setDay(Number(this.on.value), true) });
    // One axis for both sliders and the bars: the end of the second stands for everything.
    const ceiling = range.last + 1;
    this.knownInput = el("input", { type: "range", id: "known", min: range.first, max: ceiling, step: 1, value: this.known ?? ceiling,
      oninput: () => { const value = Number(this.knownInput.value); this.setKnown(value >= ceiling ? null : value, true); } });
    this.onText = el("input", { type: "date", class: "date", "aria-label": t("on"), min: toISO(range.first), max: toISO(range.last),
      onchange: () => this.onText.value && this.setDay(toDay(this.onText.value), true) });
    this.knownText = el("output", { class: "date", htmlFor: "known" });
    this.button = el("button", { type: "button", class: "icon", "aria-label": t("play"), title: t("play"), onclick: () => this.play() }, "▶");
    this.brushText = el("button", { type: "button", class: "brush", hidden: true, onclick: () => this.setBrush(null, true) });
    const jump = (sign, label, text) => el("button", { type: "button", class: "icon flip", "aria-label": label, title: label, onclick: () => this.jump(sign) }, text);
    fill(this.root,
      el("div", { class: "row first" }, el("p", { class: "sub", "aria-hidden": "true" }, t("axis_help")), el("div", { class: "plot" }, this.canvas), this.brushText),
      el("div", { class: "row" },
        el("div", { class: "lead" }, el("label", { htmlFor: "on" }, t("on")),
          el("div", { class: "buttons" }, jump(-1, t("previous_change"), "|◀"), this.button, jump(1, t("next_change"), "▶|"))),
        this.on, this.onText),
      el("div", { class: "row" }, el("div", { class: "lead" }, el("label", { htmlFor: "known" }, t("known"))), this.knownInput, this.knownText));
    this.listen();
    this.show();
  }

  // A click chooses the day; a drag over the histogram chooses a stretch.
  listen() {
    let from = null;
    const dayAt = (event) => {
      const box = this.canvas.getBoundingClientRect();
      let share = Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
      if (document.documentElement.dir === "rtl") share = 1 - share;
      return Math.round(this.range.first + share * (this.range.last - this.range.first));
    };
    this.canvas.addEventListener("pointerdown", (event) => { from = { x: event.clientX, day: dayAt(event) }; this.canvas.setPointerCapture(event.pointerId); });
    this.canvas.addEventListener("pointermove", (event) => {
      if (!from || Math.abs(event.clientX - from.x) < 5) return;
      const day = dayAt(event);
      this.setBrush([Math.min(from.day, day), Math.max(from.day, day)]);
    });
    this.canvas.addEventListener("pointerup", (event) => {
      if (!from) return;
      if (Math.abs(event.clientX - from.x) < 5) this.setDay(dayAt(event), true); else this.onBrush(this.brush);
      from = null;
    });
    this.canvas.addEventListener("pointercancel", () => { from = null; });
  }

  // days: [[day, events, control, figures], …].
  setDays(days) {
    this.days = days;
    this.ground = null;
    this.draw();
  }

  // changes as model.js gives them.
  setChanges(changes) {
    this.changes = changes;
    this.ground = null;
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

  setBrush(brush, tell = false) {
    this.brush = brush;
    this.brushText.hidden = !brush;
    if (brush) {
      const text = `${nice(toISO(brush[0]), language())} – ${nice(toISO(brush[1]), language())}`;
      this.brushText.textContent = `${text}  ✕`;
      this.brushText.setAttribute("aria-label", t("brush_clear", { days: text }));
    }
    this.draw();
    if (tell) this.onBrush(brush);
  }

  show() {
    this.on.value = this.day;
    this.on.setAttribute("aria-valuetext", nice(toISO(this.day), language()));
    this.onText.value = toISO(this.day);
    const text = this.known === null ? t("everything") : nice(toISO(this.known), language());
    this.knownText.textContent = text;
    this.knownInput.value = this.known ?? this.range.last + 1;
    this.knownInput.setAttribute("aria-valuetext", text);
  }

  jump(sign) {
    const next = sign > 0 ? this.changes.find((change) => change.number > this.day) : this.changes.findLast((change) => change.number < this.day);
    if (next) this.setDay(next.number, true);
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

  // Bars, changes and dates are drawn once for a size and a theme; a step of the sliders draws the lines above them.
  draw() {
    const { canvas, range } = this;
    const ratio = devicePixelRatio || 1;
    const width = canvas.clientWidth, height = canvas.clientHeight;
    if (!width) return;
    const css = getComputedStyle(document.documentElement);
    const colour = (name) => css.getPropertyValue(name).trim();
    const span = Math.max(1, range.last - range.first);
    const rtl = document.documentElement.dir === "rtl";
    const x = (day) => { const at = ((day - range.first) / span) * width; return rtl ? width - at : at; };
    const frame = { colour, x, rtl, width, height, span, ratio, base: height - 16, top: 12 };
    const look = [width, height, ratio, colour("--bars"), rtl].join();
    if (!this.ground || this.look !== look) { this.look = look; this.ground = this.drawGround(frame); }
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    if (this.brush) {
      const [a, b] = [x(this.brush[0]), x(this.brush[1] + 1)];
      context.fillStyle = colour("--mark");
      context.fillRect(Math.min(a, b), 0, Math.abs(b - a), frame.base);
    }
    context.drawImage(this.ground, 0, 0, width, height);
    const at = Math.min(width - 1, Math.max(1, x(this.day)));
    context.fillStyle = colour("--accent");
    context.fillRect(at - 1, 0, 2, frame.base + 2);
    context.beginPath(); context.arc(at, frame.base + 2, 4, 0, 2 * Math.PI); context.fill();
    if (this.known !== null) {
      const px = x(this.known);
      context.strokeStyle = colour("--ink");
      context.setLineDash([3, 3]);
      context.beginPath(); context.moveTo(px, 0); context.lineTo(px, frame.base); context.stroke();
      context.setLineDash([]);
    }
  }

  drawGround(frame) {
    const canvas = document.createElement("canvas");
    canvas.width = frame.width * frame.ratio;
    canvas.height = frame.height * frame.ratio;
    const context = canvas.getContext("2d");
    context.scale(frame.ratio, frame.ratio);
    context.direction = frame.rtl ? "rtl" : "ltr";
    context.textAlign = "left";
    this.drawBars({ ...frame, context });
    this.drawChanges({ ...frame, context });
    this.drawDates({ ...frame, context });
    return canvas;
  }

  drawBars({ context, colour, x, rtl, width, span, base, top }) {
    const { range } = this;
    const bins = Math.min(span + 1, Math.floor(width / 4));
    const heights = new Array(bins).fill(0);
    for (const [day, events, control, figures] of this.days) {
      if (day < range.first || day > range.last) continue;
      heights[Math.min(bins - 1, Math.floor(((day - range.first) / (span + 1)) * bins))] += events + control + figures;
    }
    const most = Math.max(1, ...heights);
    context.fillStyle = colour("--bars");
    heights.forEach((count, i) => {
      if (!count) return;
      const left = x(range.first + (i / bins) * span), w = Math.max(2, width / bins - 1);
      const h = Math.max(2, Math.sqrt(count / most) * (base - top));
      context.fillRect(rtl ? left - w : left, base - h, w, h);
    });
  }

  // A triangle where hands changed; where many lie close, one for all.
  drawChanges({ context, colour, x, base, top }) {
    let last = -100;
    for (const change of this.changes) {
      if (change.number < this.range.first || change.number > this.range.last) continue;
      const px = x(change.number);
      if (Math.abs(px - last) < 4) continue;
      last = px;
      context.fillStyle = change.holder ? party(change.holder).colour : colour("--faint");
      context.beginPath();
      context.moveTo(px, top - 1); context.lineTo(px - 4.5, top - 9); context.lineTo(px + 4.5, top - 9);
      context.fill();
      context.fillRect(px - 0.5, top - 2, 1, base - top + 2);
    }
  }

  drawDates({ context, colour, x, width, height, span }) {
    context.fillStyle = colour("--faint");
    context.font = '10.5px system-ui, "Noto Sans", sans-serif';
    const step = Math.max(1, Math.ceil(span / Math.max(2, width / 96)));
    let taken = null;
    for (let day = this.range.first; day <= this.range.last; day += step) {
      const label = nice(toISO(day).slice(0, span > 700 ? 7 : 10), language());
      const w = context.measureText(label).width;
      const px = Math.max(0, Math.min(width - w, x(day) - w / 2));
      if (taken !== null && Math.abs(px - taken) < w + 12) continue;
      taken = px;
      context.fillText(label, px, height - 3);
    }
  }
}
