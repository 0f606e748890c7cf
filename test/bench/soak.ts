/**
 * `npm run bench -- soak [--minutes 10] [--orders 30]`: buyers read and order for a while, and the memory of
 * each process is read every few seconds: it must not grow.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { z } from "zod";

import { shopKeys, withClient } from "../../backend/local/database";
import { say } from "../../backend/local/say";
import { prepareDatabases } from "../support/postgres";
import { openTrio, type Trio } from "../support/trio";
import { readGoods } from "./goods";
import { memoryBelow } from "./memory";
import { requireProc } from "./processes";
import { median } from "./report";
import { type Deeds, ourDeeds, type Placed } from "./scenarios";
import { variantsInStock } from "./stock";

const options = z.object({
  minutes: z.coerce.number().min(1).max(600).default(10),
  /** Orders a minute. */
  orders: z.coerce.number().int().min(1).max(600).default(30),
});

const READING_MS = 5_000;
const PAUSE_MS = 25;

/** Memory of each process at one moment. */
interface Moment {
  minute: number;
  sizes: Map<string, number>;
}

function nameOf(command: string): string {
  if (command.startsWith("postgres")) return "PostgreSQL";
  for (const room of ["storefront", "admin"]) if (command.includes(`/${room}/`)) return room;
  return command.includes("/backend/") || command.includes("/builds/") ? "backend" : "others";
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

async function watch(over: () => boolean): Promise<Moment[]> {
  const began = Date.now();
  const moments: Moment[] = [];
  while (!over()) {
    await sleep(READING_MS);
    const minute = (Date.now() - began) / 60_000;
    moments.push({ minute, sizes: memoryBelow(process.pid, nameOf) });
  }
  return moments;
}

/** The median of the slopes between any two moments (Theil and Sen), in MB a minute. */
function slopeOf(points: readonly (readonly [minute: number, size: number])[]): number {
  const slopes = points.flatMap(([minute, size], n) =>
    points.slice(n + 1).map(([later, then]) => (then - size) / (later - minute)),
  );
  return median(slopes);
}

/** The first fifth is warming up; of the rest, each process's first and last fifth and its slope. */
function tableOf(moments: readonly Moment[], minutes: number): string {
  const names = [...new Set(moments.flatMap(({ sizes }) => [...sizes.keys()]))].toSorted();
  const rows = names.map((name) => {
    const points = moments.map(({ minute, sizes }) => [minute, sizes.get(name) ?? 0] as const);
    const between = (from: number, to: number): number =>
      median(
        points.filter(([at]) => at >= from * minutes && at <= to * minutes).map(([, mb]) => mb),
      );
    const warm = points.filter(([at]) => at >= minutes / 5);
    const figures = [between(0, 0.2), between(0.2, 0.4), between(0.8, 1.1), slopeOf(warm)];
    return `| ${name} | ${figures.map((mb) => mb.toFixed(1)).join(" | ")} |`;
  });
  return [
    "| process | MB, first fifth | second fifth | last fifth | MB a minute after the first fifth |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}

async function soak(trio: Trio, minutes: number, perMinute: number): Promise<string> {
  const { publishable_key } = await shopKeys(trio.database.url);
  const goods = await readGoods(trio.database.url);
  const variants = await withClient(trio.database.url, (client) => variantsInStock(client, 20));
  const placed: Placed[] = [];
  const shop = { base: trio.urls.backend, publishable_key: publishable_key ?? "" };
  const deeds = ourDeeds(shop, goods, variants, placed);
  const paths = ["/", "/goods", "/goods?q=%E8%84%90%E6%A9%99", `/goods/${goods[0]?.handle ?? ""}`];
  const done: Done = { pages: 0, answers: 0, orders: 0 };
  const until = Date.now() + minutes * 60_000;
  const over = (): boolean => Date.now() > until;
  const [moments] = await Promise.all([
    watch(over),
    readOn(trio, deeds, paths, done, over),
    readOn(trio, deeds, paths, done, over),
    orderOn(deeds, perMinute, done, over),
  ]);
  say(
    `  ${done.pages} pages, ${done.answers} answers, ${done.orders} orders in ${minutes} minutes`,
  );
  return tableOf(moments, minutes);
}

/** Watches the memory of all processes under load. */
export async function benchSoak(args: string[]): Promise<void> {
  requireProc();
  const text = { type: "string" } as const;
  const known = { minutes: text, orders: text };
  const asked = options.parse(parseArgs({ args, options: known }).values);
  const stopServer = await prepareDatabases();
  const trio = await openTrio();
  try {
    console.log(`\n${await soak(trio, asked.minutes, asked.orders)}`);
  } finally {
    await trio.close();
    await stopServer();
  }
}
