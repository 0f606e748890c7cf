/**
 * `npm run bench -- pages [--only checkout,cart] [--rounds 5] [--requests 400] [--lighthouse]`: the shop's pages as a
 * browser gets them, server-rendered over the demonstration's catalogue: pages a second, CPU, first byte, weight.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync } from "node:zlib";
import { parseArgs } from "node:util";

import { z } from "zod";

import { prepareDatabases } from "../support/postgres";
import { openTrio } from "../support/trio";
import { auditPages } from "./lighthouse";
import { cpuOfTree, requireProc } from "./processes";
import { median } from "./report";
import { type Page, pagesOf } from "./shop-pages";

const count = z.coerce.number().int().min(1).max(20_000);
const options = z.object({
  rounds: count.default(5),
  requests: count.default(400),
  lighthouse: z.boolean().default(false),
  /** Names of pages, or their beginnings. */
  only: z
    .string()
    .transform((names) => names.split(","))
    .optional(),
});

const AT_ONCE = 8;
const WARM = 200;

interface Row {
  name: string;
  per_second: number;
  cpu_ms: number;
  first_byte_p95_ms: number;
  html_bytes: number;
  script_bytes: number;
}

/** Fetches a page; the milliseconds until its first byte. */
async function visit(url: string, cookie?: string) {
  const began = performance.now();
  const headers = { "accept-encoding": "gzip", ...(cookie === undefined ? {} : { cookie }) };
  const answer = await fetch(url, { headers, redirect: "error" });
  const first_byte_ms = performance.now() - began;
  const html = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return { first_byte_ms, html };
}

async function visits(base: string, page: Page, times: number, atOnce: number) {
  const waits: number[] = [];
  let left = times;
  const reader = async (): Promise<void> => {
    while (left-- > 0) {
      waits.push((await visit(base + page.path, page.cookie)).first_byte_ms);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  return waits;
}

function p95(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

/** CPU of everything but this process: the shop, the backend and PostgreSQL are its descendants. */
function cpuOfOthers(): number {
  const all = cpuOfTree(process.pid);
  const own = process.cpuUsage();
  return all.user_ms + all.system_ms - (own.user + own.system) / 1000;
}

/** What the scripts of a page weigh on the line, brotli as the server sends them. */
async function scriptsOf(base: string, html: string): Promise<number> {
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path]) => path ?? "");
  let bytes = 0;
  for (const path of new Set(named)) {
    const text = await (await fetch(base + path)).text();
    bytes += brotliCompressSync(text).length;
  }
  return bytes;
}

async function measurePage(base: string, page: Page, rounds: number, times: number): Promise<Row> {
  const { html } = await visit(base + page.path, page.cookie);
  await visits(base, page, WARM, AT_ONCE);
  const paces: number[] = [];
  const costs: number[] = [];
  const waits: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const cpu = cpuOfOthers();
    const began = performance.now();
    await visits(base, page, times, AT_ONCE);
    paces.push((times * 1000) / (performance.now() - began));
    costs.push((cpuOfOthers() - cpu) / times);
    await sleep(200);
    waits.push(p95(await visits(base, page, Math.ceil(times / 4), 1)));
  }
  return {
    name: page.name,
    per_second: median(paces),
    cpu_ms: median(costs),
    first_byte_p95_ms: median(waits),
    html_bytes: Buffer.byteLength(html),
    script_bytes: await scriptsOf(base, html),
  };
}

function tableOf(rows: Row[]): string {
  return [
    "| page | pages a second | CPU ms each | first byte p95 ms | HTML bytes | script bytes |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows.map(
      (row) =>
        `| ${row.name} | ${row.per_second.toFixed(0)} | ${row.cpu_ms.toFixed(2)} | ${row.first_byte_p95_ms.toFixed(1)} | ${row.html_bytes} | ${row.script_bytes} |`,
    ),
  ].join("\n");
}

/** Measures the pages. */
export async function benchPages(args: string[]): Promise<void> {
  requireProc();
  const text = { type: "string" } as const;
  const known = {
    rounds: text,
    requests: text,
    only: text,
    lighthouse: { type: "boolean" },
  } as const;
  const asked = options.parse(parseArgs({ args, options: known }).values);
  const stopServer = await prepareDatabases();
  const trio = await openTrio();
  try {
    const isAsked = ({ name }: Page): boolean =>
      asked.only?.some((start) => name.startsWith(start)) ?? true;
    const pages = (await pagesOf(trio)).filter(isAsked);
    const rows: Row[] = [];
    for (const page of pages) {
      rows.push(await measurePage(trio.urls.storefront, page, asked.rounds, asked.requests));
    }
    console.log(`\nMedians of ${asked.rounds} rounds, ${AT_ONCE} readers at once.\n`);
    console.log(tableOf(rows));
    if (asked.lighthouse) {
      console.log(`\nLighthouse, mobile, medians of ${asked.rounds}.\n`);
      console.log(await auditPages(trio.urls.storefront, pages, asked.rounds));
    }
  } finally {
    await trio.close();
    await stopServer();
  }
}
