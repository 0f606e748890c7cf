/**
 * `npm run bench -- ledger [--only capture,order] [--rounds 5] [--scale 1]`: the ledger against its targets,
 * on a durable PostgreSQL of its own that both sides of each comparison share.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { z } from "zod";

import { ROOT } from "../../../backend/local/home";
import { step } from "../../../backend/local/say";
import type { Finding, Item } from "./item";
import { items } from "./items";
import { markdownOf, type Measured } from "./table";
import { openBenchServer } from "./server";

const options = z.object({
  only: z.string().default(items.map((item) => item.name).join(",")),
  rounds: z.coerce.number().int().min(1).max(50).default(5),
  scale: z.coerce.number().min(0.001).max(10).default(1),
});

function readOptions(args: string[]) {
  const text = { type: "string" } as const;
  return options.parse(
    parseArgs({ args, options: { only: text, rounds: text, scale: text } }).values,
  );
}

function chosen(only: string): Item[] {
  return only.split(",").map((name) => {
    const item = items.find((one) => one.name === name);
    if (item) return item;
    throw new Error(`no item ${name}; there are ${items.map((one) => one.name).join(", ")}`);
  });
}

/** An item that breaks off must not take the figures of the others with it. */
async function measure(item: Item, run: () => Promise<Finding[]>): Promise<Measured> {
  try {
    return { item, findings: await step(item.title, run) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown error";
    return { item, findings: [], failure: reason };
  }
}

/** Measures the ledger. The exit code tells whether everything ran, not whether a target was met. */
export async function benchLedger(args: string[]): Promise<void> {
  const { only, rounds, scale } = readOptions(args);
  const wanted = chosen(only);
  const server = await openBenchServer();
  const measured: Measured[] = [];
  try {
    for (const item of wanted) {
      measured.push(await measure(item, () => item.run({ server, rounds, scale })));
    }
  } finally {
    await server.stop();
  }
  const facts = {
    taken_at: new Date().toISOString(),
    cores: cpus().length,
    node: process.version,
    postgres: server.version,
    rounds,
    scale,
  };
  const table = markdownOf(measured, facts);
  const dir = join(ROOT, ".yigou/bench-ledger");
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, "result.md"), table);
  writeFileSync(join(dir, "result.json"), JSON.stringify({ facts, measured }, null, 2));
  console.log(`\n${table}\nWritten to ${dir}/result.md and result.json.`);
  if (measured.some((one) => one.failure !== undefined)) process.exitCode = 1;
}
