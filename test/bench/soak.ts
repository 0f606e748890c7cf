/**
 * `npm run bench -- soak [--minutes 10] [--orders 30] [--warm 3]`: buyers read and order for a while, and the
 * memory of each process is weighed: it must not grow.
 *
 * A Node process collects before it is weighed, so that what nobody holds is not counted. PostgreSQL's own memory
 * is told apart from its shared buffers, which fill once and are bounded by a setting.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { z } from "zod";

import { shopKeys, withClient } from "../../backend/local/database";
import { ROOT } from "../../backend/local/home";
import { say } from "../../backend/local/say";
import { prepareDatabases } from "../support/postgres";
import { openTrio, type Trio } from "../support/trio";
import { readGoods } from "./goods";
import { partsOf, type Process, processesBelow, weigh, weighable } from "./memory";
import { requireProc } from "./processes";
import { type Deeds, ourDeeds, type Placed } from "./scenarios";
import { type Moment, tableOf } from "./soak-table";
import { variantsInStock } from "./stock";

const options = z.object({
  minutes: z.coerce.number().min(1).max(600).default(10),
  /** Orders a minute. */
  orders: z.coerce.number().int().min(1).max(600).default(30),
  /** Minutes of the same load before anything is weighed. */
  warm: z.coerce.number().min(0).max(60).default(3),
});
type Options = z.output<typeof options>;

const READING_MS = 10_000;
const PAUSE_MS = 25;

/** What a process is, or null for what is none of the shop's. */
function nameOf({ command, cwd }: Process): string | null {
  if (/^postgres|bin\/postgres /.test(command)) return "PostgreSQL";
  if (/medusa\S* start/.test(command)) return "backend";
  if (!command.includes("server.mjs")) return null;
  return cwd === join(ROOT, "storefront") ? "storefront" : "admin panel";
}

/** What is counted of the load. */
interface Done {
  pages: number;
  answers: number;
  orders: number;
}

/** Reads pages and answers without end, until `over`. */
async function readOn(trio: Trio, deeds: Deeds, paths: string[], done: Done, over: () => boolean) {
  for (let n = 0; !over(); n++) {
    const answer = await fetch(trio.urls.storefront + (paths[n % paths.length] ?? "/"));
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
    done.pages += 1;
    for (const deed of [deeds.list, deeds.page, deeds.search]) {
      await deed(n);
      done.answers += 1;
    }
    await sleep(PAUSE_MS);
  }
}

async function orderOn(deeds: Deeds, perMinute: number, done: Done, over: () => boolean) {
  for (let n = 0; !over(); n++) {
    await deeds.order(n);
    done.orders += 1;
    await sleep(60_000 / perMinute);
  }
}

/** Weighs everything once; what one kind of process has is added up. */
async function weighAll(dir: string): Promise<Moment["sizes"]> {
  const sizes: Moment["sizes"] = new Map();
  const add = (what: string, mb: number) => sizes.set(what, (sizes.get(what) ?? 0) + mb);
  for (const one of processesBelow(process.pid)) {
    const { pid } = one;
    const name = nameOf(one);
    if (name === "PostgreSQL") {
      const { own_mb, shared_mb } = partsOf(pid);
      add("PostgreSQL: its processes' own", own_mb);
      add("PostgreSQL: shared buffers", shared_mb);
      add("PostgreSQL: processes (a number)", 1);
    } else if (name !== null) {
      const { heap_mb, resident_mb } = await weigh(dir, pid);
      add(`${name}: held after a collection`, heap_mb);
      add(`${name}: resident after it`, resident_mb);
    }
  }
  return sizes;
}

async function watch(dir: string, over: () => boolean): Promise<Moment[]> {
  const began = Date.now();
  const moments: Moment[] = [];
  while (!over()) {
    await sleep(READING_MS);
    const minute = (Date.now() - began) / 60_000;
    moments.push({ minute, sizes: await weighAll(dir) });
  }
  return moments;
}

async function soak(trio: Trio, dir: string, asked: Options): Promise<string> {
  const { minutes, orders, warm } = asked;
  const { publishable_key } = await shopKeys(trio.database.url);
  const goods = await readGoods(trio.database.url);
  const variants = await withClient(trio.database.url, (client) => variantsInStock(client, 20));
  const placed: Placed[] = [];
  const shop = { base: trio.urls.backend, publishable_key: publishable_key ?? "" };
  const deeds = ourDeeds(shop, goods, variants, placed);
  const paths = ["/", "/goods", "/goods?q=%E8%84%90%E6%A9%99", `/goods/${goods[0]?.handle ?? ""}`];
  const done: Done = { pages: 0, answers: 0, orders: 0 };
  const until = Date.now() + (warm + minutes) * 60_000;
  const over = (): boolean => Date.now() > until;
  const [moments] = await Promise.all([
    sleep(warm * 60_000).then(() => watch(dir, over)),
    readOn(trio, deeds, paths, done, over),
    readOn(trio, deeds, paths, done, over),
    orderOn(deeds, orders, done, over),
  ]);
  const load = `${done.pages} pages, ${done.answers} answers, ${done.orders} orders`;
  say(`  ${load} in ${warm} + ${minutes} minutes`);
  return tableOf(moments, minutes);
}

/** Watches the memory of all processes under load. */
export async function benchSoak(args: string[]): Promise<void> {
  requireProc();
  const text = { type: "string" } as const;
  const known = { minutes: text, orders: text, warm: text };
  const asked = options.parse(parseArgs({ args, options: known }).values);
  const dir = mkdtempSync(join(tmpdir(), "yigou-soak-"));
  const stopServer = await prepareDatabases();
  const trio = await openTrio(undefined, weighable(dir));
  try {
    console.log(`\n${await soak(trio, dir, asked)}`);
  } finally {
    await trio.close();
    await stopServer();
    rmSync(dir, { recursive: true, force: true });
  }
}
