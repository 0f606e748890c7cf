/** Instants of the books, told in Beijing time. */

const INSTANT = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** "2026-11-22 08:00". */
export function instantText(instant: string): string {
  return INSTANT.format(new Date(instant));
}
