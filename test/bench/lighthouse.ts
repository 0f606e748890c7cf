/** Lighthouse's mobile profile over pages of the shop: medians of several runs of each. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import lighthouse from "lighthouse";

import { freePort } from "../../backend/local/ports";
import { findBrowser } from "../support/browser";
import { median } from "./report";
import type { Page } from "./shop-pages";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const TIMES = {
  "largest-contentful-paint": "LCP ms",
  "total-blocking-time": "TBT ms",
  "cumulative-layout-shift": "CLS",
} as const;

/** A Chromium that listens for Lighthouse. */
async function openBrowser(): Promise<{ port: number; close: () => void }> {
  const { executablePath, args, env } = await findBrowser();
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), "yigou-lighthouse-"));
  const own = ["--headless=new", `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`];
  const child = spawn(executablePath, [...args, ...own], { env, stdio: "ignore" });
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => null)) break;
    await sleep(100);
  }
  const close = (): void => {
    // Its own children write for a moment longer.
    const patience = { maxRetries: 20, retryDelay: 100 };
    child.once("exit", () => rmSync(profile, { recursive: true, force: true, ...patience }));
    child.kill();
  };
  return { port, close };
}

/**
 * Audits pages, each several times.
 *
 * @returns a table of the medians
 * @throws Error when Lighthouse cannot load a page
 */
export async function auditPages(base: string, pages: Page[], times: number): Promise<string> {
  const head = [...CATEGORIES, ...Object.values(TIMES)];
  const lines = [`| page | ${head.join(" | ")} |`, `| --- |${head.map(() => " ---: |").join("")}`];
  for (const page of pages) {
    const runs: number[][] = [];
    // A browser for each page: what one page leaves in it would go before the cookies of the next.
    const browser = await openBrowser();
    try {
      for (let run = 0; run < times; run++) runs.push(await audit(base, page, browser.port));
    } finally {
      browser.close();
    }
    const middle = head.map((_, n) => median(runs.map((figures) => figures[n] ?? Number.NaN)));
    const shown = middle.map((figure) => figure.toFixed(Number.isInteger(figure) ? 0 : 3));
    lines.push(`| ${page.name} | ${shown.join(" | ")} |`);
  }
  return lines.join("\n");
}

/** One run: four scores of 100, then the times. What costs points is told on the way. */
async function audit(base: string, page: Page, port: number): Promise<number[]> {
  const url = base + page.path;
  const result = await lighthouse(url, {
    ...(page.cookie === undefined ? {} : { extraHeaders: { cookie: page.cookie } }),
    port,
    output: "json",
    logLevel: "error",
    onlyCategories: [...CATEGORIES],
  });
  if (!result || result.lhr.runtimeError) {
    throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message ?? "no result"} (${url})`);
  }
  const { categories, audits } = result.lhr;
  for (const [id, { score, scoreDisplayMode, title }] of Object.entries(audits)) {
    if (score !== null && score < 0.9 && scoreDisplayMode !== "informative") {
      console.log(`  ${new URL(url).pathname}: ${id} ${score} (${title})`);
    }
  }
  return [
    ...CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)),
    ...Object.keys(TIMES).map((id) => audits[id]?.numericValue ?? Number.NaN),
  ];
}
