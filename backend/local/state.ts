/** What the launcher writes down for its own commands and for people. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { Urls } from "./environment";
import type { Home } from "./home";
import { Trouble } from "./trouble";

const state = z.object({
  database_url: z.string(),
  /** Port of the embedded server; absent when DATABASE_URL was given. */
  pg_port: z.number().int().optional(),
});

/** The connection in use. */
export type State = z.infer<typeof state>;

/** Reads it, when a start has been here before. */
export function readState(home: Home): State | undefined {
  if (!existsSync(home.state)) return undefined;
  const parsed = state.safeParse(readJson(home.state));
  return parsed.success ? parsed.data : undefined;
}

/** Writes it, readable by the owner only: it holds a password. */
export function writeState(home: Home, value: State): void {
  writePrivate(home.state, value);
}

function writePrivate(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Trouble(`${file} is damaged: it is not JSON.`);
  }
}

const login = z.object({
  email: z.string(),
  password: z.string(),
  division_code: z.string().optional(),
});

const demo = z.object({
  publishable_key: z.string(),
  region_id: z.string(),
  accounts: z.record(z.string(), login),
});

/** What the loading of demonstration data answers with. */
export type Demo = z.infer<typeof demo>;

/** Reads what the seed, or an earlier start, wrote. */
export function readDemo(file: string): Demo | undefined {
  if (!existsSync(file)) return undefined;
  const parsed = demo.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  throw new Trouble(`${file} is not what the loading of data writes: ${parsed.error.message}`);
}

/** Writes addresses and logins for people, tests and tools. */
export function writeDemo(home: Home, urls: Urls, value: Demo): void {
  writePrivate(home.demo, { urls, ...value });
}
