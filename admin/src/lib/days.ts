/** Days and months in Asia/Shanghai, where every day of this house begins and ends. */

const DAY = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day of an instant, YYYY-MM-DD. */
export function dayOf(instant: Date | string): string {
  return DAY.format(typeof instant === "string" ? new Date(instant) : instant);
}

/** Today, YYYY-MM-DD. */
export function today(): string {
  return dayOf(new Date());
}

/** The first day of the year of a day. */
export function yearStart(day: string): string {
  return `${day.slice(0, 4)}-01-01`;
}

/** First and last day of a month "YYYY-MM". */
export function spanOfMonth(month: string): { from: string; to: string } {
  const [year = 1970, index = 1] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, index, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, "0")}` };
}

/** Whether a text is a day. */
export function isDay(text: string | null): text is string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
});

/** The time of day of an instant, HH:MM. */
export function clockOf(instant: string): string {
  return CLOCK.format(new Date(instant));
}

/** An instant for lists: "2026-11-22 08:00". */
export function momentText(instant: string): string {
  return `${dayOf(instant)} ${clockOf(instant)}`;
}
