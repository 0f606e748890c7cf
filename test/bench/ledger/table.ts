/** Figures beside their targets, as a table for people. */
import { type Finding, isMet, type Item } from "./item";

/** An item with what it found, or why it broke off. */
export interface Measured {
  item: Item;
  findings: Finding[];
  failure?: string;
}

/** What the figures were taken with. */
export interface Facts {
  taken_at: string;
  cores: number;
  node: string;
  postgres: string;
  rounds: number;
  scale: number;
}

/** Three digits that say something, whatever the size. */
function short(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en");
  return Number(value.toPrecision(3)).toString();
}

function rowOf(item: Item, finding: Finding, first: boolean): string {
  const { what, figure, unit, target, note } = finding;
  const bound = target ? `${target.is} ${short(target.value)}` : "";
  const verdict = target ? (isMet(finding) ? "met" : "**missed**") : "";
  const cells = [first ? item.name : "", what, `${short(figure)} ${unit}`, bound, verdict];
  return `| ${[...cells, note ?? ""].join(" | ")} |`;
}

/** The table, missed targets included. */
export function markdownOf(measured: readonly Measured[], facts: Facts): string {
  const { rounds, scale, cores, node, postgres, taken_at } = facts;
  const rows = measured.flatMap(({ item, findings, failure }) => [
    ...findings.map((finding, i) => rowOf(item, finding, i === 0)),
    ...(failure === undefined
      ? []
      : [`| ${item.name} | broke off | | | **missed** | ${failure} |`]),
  ]);
  return [
    `Medians of ${rounds} rounds in turn, scale ${scale}, ${cores} cores, PostgreSQL ${postgres} (fsync on, ` +
      `synchronous_commit on), Node ${node}, ${taken_at}.`,
    "",
    "| item | what | figure | target | | how |",
    "| --- | --- | ---: | ---: | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
