// Days since 1970 and back, in UTC: no time zone moves a day.

export function toDay(iso, last = false) {
  if (!iso) return null;
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
  if (!last) return Math.round(Date.UTC(year, (month || 1) - 1, day || 1) / 86400000);
  if (day) return Math.round(Date.UTC(year, month - 1, day) / 86400000);
  return Math.round(Date.UTC(month ? year : year + 1, month || 0, 0) / 86400000);
}

export function toISO(day) {
  return new Date(day * 86400000).toISOString().slice(0, 10);
}

const formats = new Map();

// A day, month or year as the language writes it. Formats are made once: making one costs more than using it.
export function nice(iso, language) {
  if (!iso) return "";
  const parts = iso.slice(0, 10).split("-").length;
  const key = `${language}${parts}`;
  if (!formats.has(key)) {
    const options = { timeZone: "UTC", year: "numeric" };
    if (parts > 1) options.month = "short";
    if (parts > 2) options.day = "numeric";
    formats.set(key, new Intl.DateTimeFormat(language, options));
  }
  return formats.get(key).format(new Date(toDay(iso) * 86400000));
}
