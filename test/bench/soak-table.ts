/** What became of the memory of each process: its first fifth of the time against its last. */
import { median } from "./report";

/** What each process had at one moment, in MB. */
export interface Moment {
  minute: number;
  sizes: Map<string, number>;
}

/** Growth up to this is no growth: what readings of a steady process differ by. */
const TOLERATED = { share: 0.03, mb: 8 };

/** Shared buffers are bounded by a setting: that they fill is no growth. A number of processes is no size. */
const BOUNDED = /shared buffers|a number/;

/** The median of the slopes between any two moments (Theil and Sen), in MB a minute. */
function slopeOf(points: readonly (readonly [minute: number, size: number])[]): number {
  const slopes = points.flatMap(([minute, size], n) =>
    points.slice(n + 1).map(([later, then]) => (then - size) / (later - minute)),
  );
  return slopes.length > 0 ? median(slopes) : 0;
}

function rowOf(name: string, moments: readonly Moment[], minutes: number): string {
  const points = moments.map(({ minute, sizes }) => [minute, sizes.get(name) ?? 0] as const);
  const between = (from: number, to: number): number =>
    median(points.filter(([at]) => at >= from * minutes && at <= to * minutes).map(([, mb]) => mb));
  const [first, last] = [between(0, 0.2), between(0.8, 1.1)];
  const allowed = Math.max(TOLERATED.mb, first * TOLERATED.share);
  const verdict = BOUNDED.test(name) ? "bounded" : last - first > allowed ? "GREW" : "flat";
  const figures = [first, last, last - first, allowed].map((mb) => mb.toFixed(1));
  const halves = [
    points.filter(([at]) => at <= minutes / 2),
    points.filter(([at]) => at > minutes / 2),
  ].map((half) => slopeOf(half).toFixed(2));
  return `| ${[name, ...figures, ...halves, verdict].join(" | ")} |`;
}

/** The table of a soak of so many minutes. */
export function tableOf(moments: readonly Moment[], minutes: number): string {
  const names = [...new Set(moments.flatMap(({ sizes }) => [...sizes.keys()]))].toSorted();
  return [
    `Medians, in MB. Allowed: ${TOLERATED.mb} MB or ${TOLERATED.share * 100} %, whichever is more.`,
    "",
    "| | first fifth | last fifth | more | allowed | a minute, first half | a minute, last half | |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ...names.map((name) => rowOf(name, moments, minutes)),
  ].join("\n");
}
