/** The steps of the set-up that run inside Medusa: migrations and the loading of data. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Installation, note } from "./database";
import { type Home, ROOT } from "./home";
import { grantApplication } from "./roles";
import { GUARD, run } from "./run";
import { say, step } from "./say";
import { type Demo, readDemo } from "./state";
import { Trouble } from "./trouble";

/** What every step needs. */
export interface Stage {
  home: Home;
  /** The application's way into the database, as in `env`. */
  databaseUrl: string;
  env: NodeJS.ProcessEnv;
}

/** What migrations need beside that. */
export interface MigrationStage extends Stage {
  /** The owner's way into the database. */
  ownerUrl: string;
}

/** The built backend: Medusa's commands run in it. */
export const SERVER = join(ROOT, "backend/.medusa/server");

/** Arguments of node for one of Medusa's commands. */
export function medusa(...args: string[]): string[] {
  return [join(import.meta.dirname, "medusa.mjs"), ...args];
}

async function runMedusa(stage: Stage, title: string, args: string[], echo = false): Promise<void> {
  await run({
    title,
    command: process.execPath,
    args: ["--import", GUARD, "--max-semi-space-size=64", ...medusa(...args)],
    cwd: SERVER,
    env: stage.env,
    log: join(stage.home.logs, `${title.toLowerCase().replaceAll(/\W+/g, "-")}.log`),
    onLine: echo ? passOn() : undefined,
  });
}

/** Passes progress on, a line in two seconds at most. */
function passOn(): (line: string) => void {
  let last = 0;
  return (line) => {
    // Medusa's own lines start with their level; what the script itself prints does not.
    if (line === "" || /^(info|warn|debug|error|http):|^\{"level"/.test(line)) return;
    if (Date.now() - last < 2_000) return;
    last = Date.now();
    say(`  ${line}`);
  };
}

/**
 * Brings the tables to the state that this backend expects, once per backend, as their owner; then the
 * application's role gets its rights.
 */
export async function migrate(
  stage: MigrationStage,
  hash: string,
  found: Installation,
): Promise<void> {
  const { ownerUrl, databaseUrl } = stage;
  // Another engine for the search is another index: Medusa plans it where it migrates.
  const wanted = stage.env["MEILISEARCH_HOST"] ? `${hash}+meilisearch` : hash;
  if (found.schema === wanted) {
    say("Database tables: up to date");
  } else {
    const asOwner = { ...stage, env: { ...stage.env, DATABASE_URL: ownerUrl } };
    await step("Database tables", () => runMedusa(asOwner, "Migrations", ["migrate"]));
    await step("Database facts", () => runMedusa(asOwner, "Migration scripts", ["scripts"]));
    await note(ownerUrl, "schema", wanted);
  }
  if (await grantApplication({ url: databaseUrl, ownerUrl })) return;
  say(
    "NOTE: one database role for everything: only triggers guard the ledger. See README, Settings.",
  );
}

/**
 * Loads the demonstration data.
 *
 * @returns keys and logins, as the seed wrote them
 * @throws Trouble when it fails, or leaves no result
 */
export async function loadDemo(stage: Stage): Promise<Demo> {
  const out = join(stage.home.dir, "seeded.json");
  rmSync(out, { force: true });
  const withOut = { ...stage, env: { ...stage.env, YIGOU_DEMO_OUT: out } };
  await note(stage.databaseUrl, "demo", "loading");
  await step("Demonstration data", () =>
    runMedusa(withOut, "Demonstration data", ["exec", "./src/scripts/seed.js"], true),
  );
  const demo = readDemo(out);
  if (!demo) throw new Trouble("The demonstration data left no result: see .yigou/logs.");
  rmSync(out, { force: true });
  await note(stage.databaseUrl, "demo", "done");
  return demo;
}

/** Loads past orders through the same workflows as real ones; the shop may sell meanwhile. */
export async function loadOrders(stage: Stage, orders: number): Promise<void> {
  const env = { ...stage.env, DEMO_ORDERS: String(orders) };
  await note(stage.databaseUrl, "demo_orders", "loading");
  await step(`${orders} past orders`, () =>
    runMedusa({ ...stage, env }, "Past orders", ["exec", "./src/scripts/demo-orders.js"], true),
  );
  await note(stage.databaseUrl, "demo_orders", "done");
}

/** Makes the search index anew and tells how far it is. */
export async function reindex(stage: Stage): Promise<void> {
  await step("Search index", () =>
    runMedusa(stage, "Search index", ["exec", "./src/scripts/search-reindex.js"], true),
  );
}
