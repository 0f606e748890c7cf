/** Accounting months, YYYY-MM in Asia/Shanghai. */
import { today } from "./days";

/** The present month. */
export function thisMonth(): string {
  return today().slice(0, 7);
}

/** Whether a text is a month. */
export function isMonth(text: string | undefined): text is string {
  return text !== undefined && /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

/** The present month and the ones before it, newest first. */
export function recentMonths(count: number): string[] {
  const [year = 2026, month = 1] = thisMonth().split("-").map(Number);
  return Array.from({ length: count }, (_, back) => {
    const index = year * 12 + month - 1 - back;
    return `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, "0")}`;
  });
}
