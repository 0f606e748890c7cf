/** Says on standard error how far a long reading has come: the answer itself goes to standard output. */

/** Told after each page how many rows were read since the last. */
export type Progress = (part: string, rows: number) => void;

/** Says nothing. */
export const quiet: Progress = () => undefined;

const EVERY_MS = 2_000;

/** Says each part's rows and pace every two seconds. */
export function loud(now: () => number = Date.now): Progress {
  const parts = new Map<string, { rows: number; began: number }>();
  let said = now();
  return (part, rows) => {
    const at = parts.get(part) ?? { rows: 0, began: now() };
    parts.set(part, { ...at, rows: at.rows + rows });
    if (now() - said < EVERY_MS) return;
    said = now();
    const pace = Math.round(((at.rows + rows) * 1000) / Math.max(1, said - at.began));
    process.stderr.write(
      `${part}: ${at.rows + rows} rows, ${pace} a second, ${peakMb()} MB at most\n`,
    );
  };
}

/** The most memory that this process has had, in megabytes. */
export function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
