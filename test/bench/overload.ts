/**
 * `npm run bench -- overload [--seconds 20] [--times 5]`: buyers come faster than the shop can serve. First its best
 * pace is found, then they come at so many times that pace, whether it answers or not.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { z } from "zod";

import { shopKeys, withClient } from "../../backend/local/database";
import { say } from "../../backend/local/say";
import { prepareDatabases } from "../support/postgres";
import { openTrio, type Trio } from "../support/trio";
import { requireProc } from "./processes";
import { orderOf } from "./scenarios";
import { variantsInStock } from "./stock";

const options = z.object({
  seconds: z.coerce.number().int().min(5).max(600).default(20),
  times: z.coerce.number().min(1).max(100).default(5),
});

/** Buyers at once while the best pace is looked for; the best of them counts. */
const CROWDS = [4, 8, 16];
/** Boxes of each variant, so that nothing is sold out on the way. */
const PLENTY = 100_000;

interface Answered {
  status: number;
  waited_ms: number;
}

/** One purchase, whatever is answered. */
type Buy = (n: number) => Promise<Answered>;

const ordered = z.object({ order: z.object({ id: z.string() }) });

async function buyer(trio: Trio, sold: string[]): Promise<Buy> {
  const { publishable_key } = await shopKeys(trio.database.url);
  const variants = await withClient(trio.database.superuserUrl, async (client) => {
    const ids = await variantsInStock(client, 1);
    await client.query(
      "update inventory_level set stocked_quantity = $1, raw_stocked_quantity = $2",
      [PLENTY, { value: String(PLENTY), precision: 20 }],
    );
    return ids;
  });
  return async (n) => {
    const began = performance.now();
    const answer = await fetch(`${trio.urls.backend}/store/checkout`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": publishable_key ?? "",
        "idempotency-key": randomUUID(),
      },
      body: JSON.stringify(orderOf(variants, n)),
    });
    const body: unknown = await answer.json();
    if (answer.status === 200) sold.push(ordered.parse(body).order.id);
    return { status: answer.status, waited_ms: performance.now() - began };
  };
}

/** Orders a second of so many buyers, each coming again as soon as it is served. */
async function paceOf(buy: Buy, crowd: number, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const one = async (): Promise<void> => {
    for (let n = 0; performance.now() < until; n++) if ((await buy(n)).status === 200) done += 1;
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: crowd }, one));
  return (done * 1000) / (performance.now() - began);
}

/** Buyers come at a pace of their own, answered or not. */
async function storm(buy: Buy, pace: number, seconds: number): Promise<Answered[]> {
  const asked: Promise<Answered>[] = [];
  const began = performance.now();
  for (let n = 0; performance.now() - began < seconds * 1000; n++) {
    asked.push(buy(n));
    const due = began + ((n + 1) * 1000) / pace;
    await sleep(Math.max(0, due - performance.now()));
  }
  return Promise.all(asked);
}

function p95(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

const PATIENCE_MS = 120_000;

/** Orders that were answered and are not captured or not in the ledger, after a while to catch up. */
async function lostOf(databaseUrl: string, sold: string[]): Promise<number> {
  const sql = `select count(*)::int as lost from unnest($1::text[]) as o(id) where not exists (
    select 1 from ledger_transaction t where t.order_id = o.id and t.kind = 'capture')`;
  return withClient(databaseUrl, async (client) => {
    for (const until = Date.now() + PATIENCE_MS; ;) {
      const { rows } = await client.query<{ lost: number }>(sql, [sold]);
      const lost = rows[0]?.lost ?? sold.length;
      if (lost === 0 || Date.now() > until) return lost;
      await sleep(1_000);
    }
  });
}

async function measure(trio: Trio, seconds: number, times: number): Promise<string> {
  const sold: string[] = [];
  const buy = await buyer(trio, sold);
  await paceOf(buy, 4, 5);
  let best = 0;
  for (const crowd of CROWDS) {
    const pace = await paceOf(buy, crowd, seconds);
    say(`  ${crowd} buyers at once: ${pace.toFixed(1)} orders a second`);
    best = Math.max(best, pace);
  }
  const began = performance.now();
  const answers = await storm(buy, best * times, seconds);
  const whole_s = (performance.now() - began) / 1000;
  const served = answers.filter(({ status }) => status === 200);
  const busy = answers.filter(({ status }) => status === 503);
  const pace = served.length / whole_s;
  const rows: [string, string][] = [
    ["best pace, orders a second", best.toFixed(1)],
    [`asked for at ${times} times that, a second`, (answers.length / seconds).toFixed(1)],
    ["served a second", `${pace.toFixed(1)} (${((100 * pace) / best).toFixed(0)} % of the best)`],
    ["p95 of the served, ms", p95(served.map(({ waited_ms }) => waited_ms)).toFixed(0)],
    ["told busy", `${busy.length} of ${answers.length}`],
    ["p95 of being told busy, ms", p95(busy.map(({ waited_ms }) => waited_ms)).toFixed(0)],
    ["other answers", String(answers.length - served.length - busy.length)],
    ["orders answered and not credited", String(await lostOf(trio.database.superuserUrl, sold))],
  ];
  return ["| what | figure |", "| --- | ---: |", ...rows.map((r) => `| ${r.join(" | ")} |`)].join(
    "\n",
  );
}

/** Measures what becomes of the shop's pace when too many come. */
export async function benchOverload(args: string[]): Promise<void> {
  requireProc();
  const text = { type: "string" } as const;
  const asked = options.parse(parseArgs({ args, options: { seconds: text, times: text } }).values);
  const stopServer = await prepareDatabases();
  const trio = await openTrio();
  try {
    console.log(`\n${await measure(trio, asked.seconds, asked.times)}`);
  } finally {
    await trio.close();
    await stopServer();
  }
}
