/** Medians and ratios of all rounds, as a table for people and JSON for tools. */
import type { Cost } from "./measure";
import { type DeedName, deedNames } from "./scenarios";

/** One measured deed. */
export interface Sample {
  round: number;
  side: "plain" | "ours";
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
  ours: Cost;
  /** Ours over plain. */
  ratio: Cost;
}

const names: Record<DeedName, string> = {
  list: "list of 12 with prices",
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
  return deedNames.map((deed) => {
    const of = (side: Sample["side"]): Cost =>
      perFigure((key) =>
        median(samples.filter((s) => s.deed === deed && s.side === side).map((s) => s.cost[key])),
      );
    const [plain, ours] = [of("plain"), of("ours")];
    return { deed, plain, ours, ratio: perFigure((key) => ours[key] / plain[key]) };
  });
}

const split = (cost: Cost): string =>
  [cost.node_user_ms, cost.node_system_ms, cost.pg_user_ms, cost.pg_system_ms]
    .map((ms) => ms.toFixed(1))
    .join(" / ");

/** The table. */
export function markdownOf(rows: Row[], facts: Facts): string {
  const lines = rows.flatMap(({ deed, plain, ours, ratio }) => [
    `| ${names[deed]} | plain | ${plain.cpu_ms.toFixed(1)} | ${split(plain)} | ${plain.per_second.toFixed(1)} | ${plain.statements.toFixed(1)} |`,
    `| | ours | ${ours.cpu_ms.toFixed(1)} | ${split(ours)} | ${ours.per_second.toFixed(1)} | ${ours.statements.toFixed(1)} |`,
    `| | **ours ÷ plain** | **${ratio.cpu_ms.toFixed(2)}** | | ${ratio.per_second.toFixed(2)} | ${ratio.statements.toFixed(2)} |`,
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
