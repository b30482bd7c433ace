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

export function nice(iso, language) {
  if (!iso) return "";
  const parts = iso.slice(0, 10).split("-").length;
  const options = { timeZone: "UTC", year: "numeric" };
  if (parts > 1) options.month = "short";
  if (parts > 2) options.day = "numeric";
  return new Intl.DateTimeFormat(language, options).format(new Date(toDay(iso) * 86400000));
}
