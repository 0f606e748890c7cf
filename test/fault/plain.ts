/**
 * `npm run torture -- --plain`: what an unmodified Medusa loses under the same load and kills, to stand
 * beside ours. Its one addition is a subscriber that notes each order it is told of, as a ledger would.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { withClient } from "../../backend/local/database";
import { ROOT } from "../../backend/local/home";
import { freePort } from "../../backend/local/ports";
import { ensureOwnDatabase } from "../../backend/local/roles";
import { run } from "../../backend/local/run";
import { medusa } from "../../backend/local/stages";
import type { BenchGood } from "../bench/goods";
import { call } from "../bench/http";
import { writePlainProject } from "../bench/plain-project";
import { type PlainShop, seedPlain } from "../bench/plain-seed";
import { type Side, startSide } from "../bench/side";
import { startDurable } from "../support/durable";
import { prepareDatabases } from "../support/postgres";
import { TEST_SECRETS, testHome } from "../support/world";
import { diceOf } from "./dice";
import { LOSSES } from "./plain-losses";

const KILLS = Number(process.env["YIGOU_TORTURE_KILLS"] ?? 10);
const SEED = Number(process.env["YIGOU_TORTURE_SEED"] ?? 1);
const AT_ONCE = 5;
const SWEPT_MS = 65_000;
const PATIENCE_MS = 60_000;

const SUBSCRIBER = `module.exports.default = async function ({ event, container }) {
  await container.resolve("__pg_connection__").raw(
    "insert into heard (order_id) values (?) on conflict do nothing", [event.data.id]);
};
module.exports.config = { event: "order.placed" };
`;

const count = z.object({ count: z.coerce.number() });
const id = z.object({ id: z.string() });

async function countOf(url: string, sql: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(sql);
    return count.parse(rows[0]).count;
  });
}

interface Buying {
  shop: PlainShop;
  variants: string[];
  dice: () => number;
  isOver: () => boolean;
  told: Set<string>;
}

/** Asks again until there is an answer, as a browser does that does not give up. */
async function asked<T>(ask: () => Promise<T>, isOver: () => boolean): Promise<T | null> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    try {
      return await ask();
    } catch {
      if (isOver() && Date.now() > until - PATIENCE_MS / 2) return null;
      await sleep(300);
    }
  }
  return null;
}

/** The stock flow; each call is repeated until it is answered. */
async function buyOnce({ shop, variants, dice, isOver, told }: Buying): Promise<void> {
  const headers = { "x-publishable-api-key": shop.publishable_key };
  const store = `${shop.base}/store`;
  const post = <T extends z.ZodType>(path: string, reply: T, body: unknown) =>
    asked(() => call(`${store}/${path}`, reply, { headers, body }), isOver);
  const address = { first_name: "李", last_name: "明", address_1: "建设路 1 号", city: "泉州市" };
  const shipping_address = { ...address, country_code: "cn", phone: "10000000000" };
  const items = [{ variant_id: variants[Math.floor(dice() * variants.length)], quantity: 1 }];
  const region_id = shop.region_id;
  const cart = { region_id, email: "fault@example.com", items, shipping_address };
  const made = await post("carts", z.object({ cart: id }), cart);
  if (!made) return;
  const options = z.object({ shipping_options: z.array(id).min(1) });
  const path = `${store}/shipping-options?cart_id=${made.cart.id}`;
  const found = await asked(() => call(path, options, { headers }), isOver);
  const option_id = found?.shipping_options[0]?.id;
  await post(`carts/${made.cart.id}/shipping-methods`, z.unknown(), { option_id });
  const collected = z.object({ payment_collection: id });
  const due = await post("payment-collections", collected, { cart_id: made.cart.id });
  const sessions = `payment-collections/${due?.payment_collection.id ?? ""}/payment-sessions`;
  await post(sessions, z.unknown(), { provider_id: "pp_system_default" });
  const completed = z.object({ type: z.literal("order"), order: id });
  const done = await post(`carts/${made.cart.id}/complete`, completed, {});
  if (done) told.add(done.order.id);
}

async function setUp(ownerUrl: string, dir: string): Promise<{ email: string; password: string }> {
  writePlainProject(dir);
  mkdirSync(join(dir, "src/subscribers"), { recursive: true });
  writeFileSync(join(dir, "src/subscribers/hear.js"), SUBSCRIBER);
  const operator = { email: "fault@example.com", password: randomBytes(12).toString("hex") };
  const steps = [["migrate"], ["exec", "./operator.js", operator.email, operator.password]];
  for (const step of steps) {
    const title = `Plain Medusa, ${step[0] ?? ""}`;
    const log = join(testHome().logs, `plain-${step[0] ?? ""}.log`);
    const env = environment(ownerUrl);
    await run({ title, command: process.execPath, args: medusa(...step), cwd: dir, env, log });
  }
  await withClient(ownerUrl, (client) =>
    client.query("create table heard (order_id text primary key)"),
  );
  return operator;
}

function environment(databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    MEDUSA_DISABLE_TELEMETRY: "1",
    DATABASE_URL: databaseUrl,
    JWT_SECRET: TEST_SECRETS.JWT_SECRET,
    COOKIE_SECRET: TEST_SECRETS.COOKIE_SECRET,
  };
}

const goods: BenchGood[] = [1, 2, 3].map((n) => ({
  title: `脐橙 ${n}`,
  handle: `orange-${n}`,
  description: "当季采摘",
  category: "水果",
  thumbnail: null,
  images: [],
  variants: [{ title: "一箱", price_yuan: 39.9, stock: 100_000 }],
}));

/** Kills and raises the side while the crowd buys. */
async function killAtRandom(side: Side, again: () => Promise<Side>): Promise<Side> {
  const dice = diceOf(SEED + 1);
  let now = side;
  for (let kills = 0; kills < KILLS; kills++) {
    await sleep(1_000 + dice() * 3_000);
    process.kill(now.pid, "SIGKILL");
    now = await again();
    console.log(`  ${kills + 1}/${KILLS} random`);
  }
  return now;
}

async function main(): Promise<void> {
  const stopTests = await prepareDatabases();
  const server = await startDurable(join(testHome().dir, "plain-pg"));
  const dir = join(ROOT, ".yigou/torture-plain");
  try {
    const { ownerUrl } = await ensureOwnDatabase(server.superuser, TEST_SECRETS, "plain");
    const operator = await setUp(ownerUrl, dir);
    const port = await freePort();
    const log = join(testHome().logs, "plain.log");
    const env = environment(ownerUrl);
    const up = (): Promise<Side> =>
      startSide({ name: "plain", cwd: dir, port, env, log, database: "plain" });
    let side = await up();
    const shop = await seedPlain(side.base, operator, goods);
    const variants = await withClient(ownerUrl, async (client) => {
      const { rows } = await client.query("select id from product_variant");
      return z
        .array(id)
        .parse(rows)
        .map((row) => row.id);
    });
    let isOver = false;
    const told = new Set<string>();
    const buying = { shop, variants, dice: diceOf(SEED), isOver: () => isOver, told };
    const visitor = async (): Promise<void> => {
      while (!isOver) await buyOnce(buying);
    };
    const crowd = Promise.all(Array.from({ length: AT_ONCE }, visitor));
    side = await killAtRandom(side, up);
    isOver = true;
    await crowd;
    await sleep(SWEPT_MS);
    console.log(`unmodified Medusa, seed ${SEED}: ${KILLS} kills, ${told.size} orders answered`);
    for (const [loss, sql] of Object.entries(LOSSES)) {
      console.log(`  ${await countOf(ownerUrl, sql)} ${loss}`);
    }
    await side.stop();
  } finally {
    await server.stop();
    await stopTests();
    rmSync(dir, { recursive: true, force: true });
  }
}

await main();
