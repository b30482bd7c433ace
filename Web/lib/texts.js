// Interface texts: one file, texts.json, with a column for each language.

let table = {};
let current = "en";
export const languages = { en: "English", ar: "العربية" };
const rightToLeft = new Set(["ar"]);

export async function load(language) {
  if (!Object.keys(table).length) table = await (await fetch("texts.json")).json();
  current = table[language] ? language : "en";
  document.documentElement.lang = current;
  document.documentElement.dir = rightToLeft.has(current) ? "rtl" : "ltr";
}

export function language() { return current; }

// Whether there is a text for a key.
export function has(key) { return Object.hasOwn(table[current] ?? {}, key); }

// t("places", {count: 3}): words in braces are filled in; a key without a text shows itself in plain words.
export function t(key, values = {}) {
  const text = table[current]?.[key] ?? table.en?.[key] ?? key.replaceAll("_", " ");
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}
