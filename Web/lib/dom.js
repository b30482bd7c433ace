// Elements without markup: every string becomes a text node, so nothing from a report is ever parsed.

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else if (name === "style") Object.assign(node.style, value);
    else if (name in node && name !== "list" && name !== "form" && name !== "role") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  add(node, children);
  return node;
}

export function add(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(visible(String(child))));
  }
  return node;
}

export function fill(node, ...children) {
  node.replaceChildren();
  return add(node, children);
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value);
  }
  add(node, children);
  return node;
}

// Characters that turn the direction of text around are shown, not obeyed. One unit for one unit: offsets stay.
export function visible(text) {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "\uFFFD");
}

// Only links to the web are links; anything else ("javascript:") stays text.
export function link(address, label) {
  let safe = null;
  try {
    const url = new URL(address);
    if (url.protocol === "http:" || url.protocol === "https:") safe = url.href;
  } catch { /* not an address */ }
  if (!safe) return el("span", {}, label ?? address);
  return el("a", { href: safe, target: "_blank", rel: "noopener noreferrer nofollow" }, label ?? address);
}

let silence = null;

// A line for everybody, screen readers included; it goes away by itself.
export function say(text) {
  const node = document.getElementById("status");
  node.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { node.textContent = ""; }, 6000);
}
