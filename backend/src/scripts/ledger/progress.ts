/** Says on standard error how far a long reading has come: the answer itself goes to standard output. */

/** Told after each page how many rows were read since the last. */
export type Progress = (part: string, rows: number) => void;

/** Says nothing. */
export const quiet: Progress = () => undefined;

/** Two connections that read at the same time, each with a clock of its own. */
export interface Lanes {
  /** The one that begins with the seals. */
  seals: Progress;
  /** The one that begins with the sales. */
  sales: Progress;
}

/** Say nothing. */
export const quietLanes: Lanes = { seals: quiet, sales: quiet };

const EVERY_MS = 2_000;

/** Progress that says where it is every two seconds and remembers how fast each part went. */
export interface Loud {
  lanes: Lanes;
  /** Rows a second of each part that read rows. */
  paces: () => Record<string, number>;
}

interface Part {
  rows: number;
  took_ms: number;
}

/** Says each part's rows and pace. */
export function loud(now: () => number = Date.now): Loud {
  const parts = new Map<string, Part>();
  const lane = () => laneOf(parts, now);
  return {
    lanes: { seals: lane(), sales: lane() },
    paces: () => {
      const reading = [...parts].filter(([, { rows }]) => rows > 0);
      return Object.fromEntries(reading.map(([part, sum]) => [part, paceOf(sum)]));
    },
  };
}

function laneOf(parts: Map<string, Part>, now: () => number): Progress {
  let before = now();
  let said = before;
  return (part, rows) => {
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
  };
}

const paceOf = ({ rows, took_ms }: Part): number =>
  Math.round((rows * 1000) / Math.max(1, took_ms));

/** The most memory that this process has had, in megabytes. */
export function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
