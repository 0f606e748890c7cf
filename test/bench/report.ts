/** Medians and ratios of all rounds, as a table for people and JSON for tools. */
import type { Cost } from "./measure";
import { type DeedName, deedNames } from "./scenarios";
import type { SideName } from "./side";

/** One measured deed. */
export interface Sample {
  round: number;
  side: SideName;
  deed: DeedName;
  cost: Cost;
}

/** What the figures were taken with. */
export interface Facts {
  taken_at: string;
  node: string;
  cores: number;
  rounds: number;
  goods: number;
}

/** Medians of one deed on both sides. */
export interface Row {
  deed: DeedName;
  plain: Cost;
  indexed: Cost;
  ours: Cost;
  /** Ours over plain, and over the one with the Index module. */
  ratio: Cost;
  indexedRatio: Cost;
}

const names: Record<DeedName, string> = {
  front: "first list of 12 with prices",
  list: "every list of 12 in turn",
  page: "product page",
  search: "search",
  order: "one paid and credited order",
};

/** The middle value; of an even number of values, the mean of the middle two. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (low + high) / 2;
}

function perFigure(figure: (key: keyof Cost) => number): Cost {
  return {
    node_user_ms: figure("node_user_ms"),
    node_system_ms: figure("node_system_ms"),
    pg_user_ms: figure("pg_user_ms"),
    pg_system_ms: figure("pg_system_ms"),
    cpu_ms: figure("cpu_ms"),
    statements: figure("statements"),
    per_second: figure("per_second"),
  };
}

/** Medians of every deed. */
export function rowsOf(samples: Sample[]): Row[] {
  const done = deedNames.filter((deed) => samples.some((sample) => sample.deed === deed));
  return done.map((deed) => {
    const of = (side: Sample["side"]): Cost =>
      perFigure((key) =>
        median(samples.filter((s) => s.deed === deed && s.side === side).map((s) => s.cost[key])),
      );
    const [plain, indexed, ours] = [of("plain"), of("indexed"), of("ours")];
    const over = (other: Cost) => perFigure((key) => ours[key] / other[key]);
    return { deed, plain, indexed, ours, ratio: over(plain), indexedRatio: over(indexed) };
  });
}

/** Small figures with one more digit. */
const digits = (figure: number, most: number): string =>
  figure.toFixed(figure < 10 ** (1 - most) ? most + 1 : most);

const split = (cost: Cost): string =>
  [cost.node_user_ms, cost.node_system_ms, cost.pg_user_ms, cost.pg_system_ms]
    .map((ms) => digits(ms, 1))
    .join(" / ");

/** The table. */
export function markdownOf(rows: Row[], facts: Facts): string {
  const figures = (cost: Cost): string =>
    `${digits(cost.cpu_ms, 1)} | ${split(cost)} | ${cost.per_second.toFixed(1)} | ${cost.statements.toFixed(1)}`;
  const ratios = (cost: Cost): string =>
    `**${digits(cost.cpu_ms, 3)}** | | ${cost.per_second.toFixed(2)} | ${cost.statements.toFixed(2)}`;
  const lines = rows.flatMap(({ deed, plain, indexed, ours, ratio, indexedRatio }) => [
    `| ${names[deed]} | plain | ${figures(plain)} |`,
    ...(Number.isNaN(indexed.cpu_ms) ? [] : [`| | with Index | ${figures(indexed)} |`]),
    `| | ours | ${figures(ours)} |`,
    `| | **ours ÷ plain** | ${ratios(ratio)} |`,
    ...(Number.isNaN(indexed.cpu_ms)
      ? []
      : [`| | **ours ÷ with Index** | ${ratios(indexedRatio)} |`]),
  ]);
  return [
    `Medians of ${facts.rounds} rounds in turn, ${facts.goods} goods, ${facts.cores} cores, Node ${facts.node}, ${facts.taken_at}.`,
    "",
    "| | side | CPU ms each | node user / system, PostgreSQL user / system | per second | SQL statements |",
    "| --- | --- | ---: | ---: | ---: | ---: |",
    ...lines,
    "",
  ].join("\n");
}
