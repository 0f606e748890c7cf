/** Says on standard error how far a long reading has come: the answer itself goes to standard output. */

/** Told after each page how many rows were read since the last. */
export type Progress = (part: string, rows: number) => void;

/** Says nothing. */
export const quiet: Progress = () => undefined;

const EVERY_MS = 2_000;

/** A progress that says where it is every two seconds and remembers how fast each part went. */
export interface Loud {
  progress: Progress;
  /** Rows a second of each part that read rows. */
  paces: () => Record<string, number>;
}

/** Says each part's rows and pace. */
export function loud(now: () => number = Date.now): Loud {
  const parts = new Map<string, { rows: number; took_ms: number }>();
  let before = now();
  let said = before;
  const paceOf = ({ rows, took_ms }: { rows: number; took_ms: number }): number =>
    Math.round((rows * 1000) / Math.max(1, took_ms));
  return {
    progress: (part, rows) => {
      const at = now();
      const known = parts.get(part) ?? { rows: 0, took_ms: 0 };
      const sum = { rows: known.rows + rows, took_ms: known.took_ms + at - before };
      parts.set(part, sum);
      before = at;
      if (at - said < EVERY_MS) return;
      said = at;
      process.stderr.write(
        `${part}: ${sum.rows} rows, ${paceOf(sum)} a second, ${peakMb()} MB at most\n`,
      );
    },
    paces: () => {
      const reading = [...parts].filter(([, { rows }]) => rows > 0);
      return Object.fromEntries(reading.map(([part, sum]) => [part, paceOf(sum)]));
    },
  };
}

/** The most memory that this process has had, in megabytes. */
export function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
