/**
 * `npm run bench -- lists [--small 4000] [--large 400000] [--rounds 5] [--requests 200]`: how lists, facets
 * and searches wait when the catalogue grows. Two backends of ours in turn, on one PostgreSQL.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { z } from "zod";

import { goodsReplySchema } from "@yigou/backend/contract/goods";

import { ROOT } from "../../backend/local/home";
import { say, step } from "../../backend/local/say";
import { call } from "./http";
import { openCatalogues, type Catalogue } from "./catalogues";
import { requireProc } from "./processes";
import { median } from "./report";

const count = (most: number) => z.coerce.number().int().min(10).max(most);
const options = z.object({
  small: count(2_000_000).default(4_000),
  large: count(2_000_000).default(400_000),
  rounds: z.coerce.number().int().min(1).max(50).default(5),
  requests: count(5_000).default(200),
});
type Options = z.output<typeof options>;

const WORDS = ["脐橙", "蜂蜜", "高山茶", "qicheng", "米粉", "香菌", "fm", "花生"];
const CATEGORIES = ["fruit", "tea", "honey", "noodle", "mushroom", "grain", "oil", "vegetable"];
const SORTS = ["relevance", "newest", "price_asc", "helps_first"];

/** What is asked, as the n-th of its kind. */
const questions = {
  "list of 12": (n: number) => ({ sort: at(SORTS, n), offset: String((n % 20) * 12) }),
  "list with two facets": (n: number) => ({ category: at(CATEGORIES, n), county: countyOf(n) }),
  search: (n: number) => ({ q: at(WORDS, n) }),
  "search with two facets": (n: number) => ({
    q: at(WORDS, n),
    category: at(CATEGORIES, n),
    county: countyOf(n),
  }),
} satisfies Record<string, (n: number) => Record<string, string>>;
const kinds = Object.keys(questions);

function at(list: readonly string[], n: number): string {
  return list[n % list.length] ?? "";
}

function countyOf(n: number): string {
  return String(110_101 + (n % 50));
}

/** Answers of one kind, in milliseconds. */
interface Waits {
  size: number;
  kind: string;
  p50_ms: number;
  p95_ms: number;
  p99_ms: number;
}

async function ask(catalogue: Catalogue, query: Record<string, string>): Promise<number> {
  const url = `${catalogue.base}/store/goods?${new URLSearchParams({ limit: "12", ...query }).toString()}`;
  const headers = { "x-publishable-api-key": catalogue.publishable_key };
  const started = performance.now();
  await call(url, goodsReplySchema, { headers });
  return performance.now() - started;
}

function share(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

async function measure(catalogue: Catalogue, kind: string, from: number, requests: number) {
  const question = Object.entries(questions).find(([name]) => name === kind)?.[1];
  if (!question) throw new Error(`no question ${kind}`);
  const waits: number[] = [];
  for (let n = 0; n < requests; n += 1) waits.push(await ask(catalogue, question(from + n)));
  const sorted = waits.toSorted((a, b) => a - b);
  const [p50_ms, p95_ms, p99_ms] = [share(sorted, 0.5), share(sorted, 0.95), share(sorted, 0.99)];
  return { size: catalogue.size, kind, p50_ms, p95_ms, p99_ms };
}

async function runRounds(catalogues: Catalogue[], asked: Options): Promise<Waits[]> {
  const found: Waits[] = [];
  for (const catalogue of catalogues) {
    for (const kind of kinds) await measure(catalogue, kind, 0, 40);
    catalogue.side.pause();
  }
  for (let round = 0; round < asked.rounds; round += 1) {
    for (const catalogue of catalogues) {
      catalogue.side.resume();
      for (const kind of kinds) {
        found.push(await measure(catalogue, kind, (round + 1) * asked.requests, asked.requests));
      }
      catalogue.side.pause();
    }
    say(`  round ${round + 1}`);
  }
  return found;
}

function tableOf(found: readonly Waits[], { small, large, rounds, requests }: Options): string {
  const of = (size: number, kind: string, figure: "p50_ms" | "p95_ms" | "p99_ms") =>
    median(found.filter((one) => one.size === size && one.kind === kind).map((one) => one[figure]));
  const figures = ["p50_ms", "p95_ms", "p99_ms"] as const;
  const rows = kinds.map((kind) => {
    const waits = [small, large].flatMap((size) => figures.map((figure) => of(size, kind, figure)));
    const ratio = of(large, kind, "p99_ms") / of(small, kind, "p99_ms");
    return `| ${kind} | ${waits.map((ms) => ms.toFixed(1)).join(" | ")} | ${ratio.toFixed(2)} |`;
  });
  const head = [small, large].flatMap((size) =>
    ["p50", "p95", "p99"].map((name) => `${name} at ${size}`),
  );
  return [
    `Milliseconds of one buyer at a time, medians of ${rounds} rounds of ${requests} requests each.`,
    "",
    `| | ${head.join(" | ")} | p99 large ÷ small |`,
    `| --- |${" ---: |".repeat(head.length + 1)}`,
    ...rows,
    "",
  ].join("\n");
}

/** Measures lists and searches in two catalogues of different size. */
export async function benchLists(args: string[]): Promise<void> {
  requireProc();
  const text = { type: "string" } as const;
  const known = { small: text, large: text, rounds: text, requests: text };
  const asked = options.parse(parseArgs({ args, options: known }).values);
  // Each answer is read: none comes from memory.
  process.env["YIGOU_LISTS_KEPT"] = "0";
  const opened = await step("Two catalogues", () => openCatalogues([asked.small, asked.large]));
  try {
    const table = tableOf(await step("Rounds", () => runRounds(opened.catalogues, asked)), asked);
    const dir = join(ROOT, ".yigou/bench");
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, "lists.md"), table);
    console.log(`\n${table}\nWritten to ${dir}/lists.md.`);
  } finally {
    await opened.stop();
  }
}
