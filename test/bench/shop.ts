/**
 * `npm run bench -- shop [--rounds 5] [--goods 0] [--requests 48] [--orders 8] [--only order]`: an unmodified Medusa of
 * the same version beside ours, in turn on the same PostgreSQL server with the same goods.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { z } from "zod";

import { orderCreditsReplySchema } from "@yigou/backend/contract/checkout";

import { ROOT } from "../../backend/local/home";
import { say, step } from "../../backend/local/say";
import { call } from "./http";
import { measure, rest } from "./measure";
import { requireProc } from "./processes";
import { markdownOf, rowsOf, type Sample } from "./report";
import {
  type DeedName,
  type Deeds,
  deedNames,
  type OurShop,
  ourDeeds,
  type Placed,
  plainDeeds,
} from "./scenarios";
import { openShops, type Shops } from "./shops";

const count = (most: number) => z.coerce.number().int().min(0).max(most);
const options = z.object({
  rounds: count(50).min(1).default(5),
  goods: count(100_000).default(0),
  requests: count(2_000).min(4).default(48),
  orders: count(500).min(1).default(8),
  only: z.enum(deedNames).optional(),
});
type Options = z.output<typeof options>;

function readOptions(args: string[]): Options {
  const text = { type: "string" } as const;
  const known = { rounds: text, goods: text, requests: text, orders: text, only: text };
  return options.parse(parseArgs({ args, options: known }).values);
}

/** Every measured order of ours must have been credited, or its figure would be a lie. */
async function proveCredited(shop: OurShop, placed: Placed[]): Promise<void> {
  for (const order of placed) {
    const { credits } = await call(
      `${shop.base}/store/orders/${order.id}/credits`,
      orderCreditsReplySchema,
      { headers: { "x-publishable-api-key": shop.publishable_key, "x-order-token": order.token } },
    );
    if (credits.length === 0) throw new Error(`order ${order.id} was not credited`);
  }
}

/** Each shop is open for as long before it is measured, for each deed: V8 compiles what is hot by and by. */
const WARM_MS = 20_000;
const WARM_ORDERS = 4;
/** Each shop is asked for as long at least, whatever a request takes it. */
const LEAST_MS = 2_000;

async function warmUp(deeds: Deeds, names: readonly DeedName[]): Promise<void> {
  for (const name of names) {
    const until = performance.now() + WARM_MS;
    const isDone = (n: number) => (name === "order" ? n >= WARM_ORDERS : performance.now() > until);
    for (let n = 0; !isDone(n); n++) await deeds[name](n);
  }
}

async function runRounds(shops: Shops, asked: Options): Promise<Sample[]> {
  const placed: Placed[] = [];
  const our = { base: shops.ours.side.base, publishable_key: shops.ours.known.publishable_key };
  const turns = [
    {
      side: shops.plain.side,
      deeds: plainDeeds(shops.plain.known, shops.goods, shops.plain.variants),
    },
    {
      side: shops.indexed.side,
      deeds: plainDeeds(shops.indexed.known, shops.goods, shops.indexed.variants),
    },
    { side: shops.ours.side, deeds: ourDeeds(our, shops.goods, shops.ours.variants, placed) },
  ];
  const wanted = asked.only ? [asked.only] : deedNames;
  // Orders do not pass through the Index module, and its lists find none of the words.
  const deedsOf = (side: string) =>
    wanted.filter((deed) => side !== "indexed" || (deed !== "order" && deed !== "search"));
  for (const { side, deeds } of turns) await warmUp(deeds, deedsOf(side.name));
  for (const { side } of turns) await rest(side, shops.server);
  await shops.server.settle(turns.map(({ side }) => side.database));
  for (const { side } of turns) side.pause();
  const samples: Sample[] = [];
  for (let round = 0; round < asked.rounds; round++) {
    for (const { side, deeds } of turns) {
      side.resume();
      for (const deed of deedsOf(side.name)) {
        const isOrder = deed === "order";
        const least = isOrder
          ? { times: asked.orders, ms: 0 }
          : { times: asked.requests, ms: LEAST_MS };
        const from = (round + 1) * least.times;
        const cost = await measure(side, shops.server, deeds[deed], from, least);
        samples.push({ round, side: side.name, deed, cost });
        say(`  round ${round + 1}, ${side.name}, ${deed}: ${cost.cpu_ms.toFixed(2)} CPU ms`);
      }
      if (side.name === "ours") await proveCredited(our, placed.splice(0));
      side.pause();
    }
  }
  return samples;
}

/** Measures the shop against an unmodified Medusa. */
export async function benchShop(args: string[]): Promise<void> {
  requireProc();
  const asked = readOptions(args);
  const shops = await step("Both shops", () => openShops(asked.goods));
  try {
    const samples = await step("Rounds", () => runRounds(shops, asked));
    const rows = rowsOf(samples);
    const facts = {
      taken_at: new Date().toISOString(),
      node: process.version,
      cores: cpus().length,
      rounds: asked.rounds,
      goods: shops.goods.length,
    };
    const table = markdownOf(rows, facts);
    const dir = join(ROOT, ".yigou/bench");
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, "result.md"), table);
    writeFileSync(join(dir, "result.json"), JSON.stringify({ facts, rows, samples }, null, 2));
    console.log(`\n${table}\nWritten to ${dir}/result.md and result.json.`);
  } finally {
    await shops.stop();
  }
}
