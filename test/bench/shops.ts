/** Sets both shops up on the same server with the same goods. */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";

import { BUILDS, ensureBuilt } from "../../backend/local/builds";
import { openInstallation, withClient } from "../../backend/local/database";
import { backendEnvironment } from "../../backend/local/environment";
import { type Home, homeAt, openHome, ROOT } from "../../backend/local/home";
import { freePort } from "../../backend/local/ports";
import { run } from "../../backend/local/run";
import type { Access } from "../../backend/local/roles";
import { readSecrets, type Secrets } from "../../backend/local/secrets";
import { readSettings } from "../../backend/local/settings";
import { loadDemo, medusa, migrate, reindex, SERVER } from "../../backend/local/stages";
import type { Demo } from "../../backend/local/state";
import { cloneGoods, copiedHandles } from "./clone-goods";
import { type BenchGood, readGoods } from "./goods";
import { writePlainProject } from "./plain-project";
import { type PlainShop, seedPlain } from "./plain-seed";
import { type Server, startServer } from "./server";
import { type Side, startSide } from "./side";
import { variantsInStock } from "./stock";

/** A side with what its buyers need. */
export interface Shop<Known> {
  side: Side;
  known: Known;
  /** Variants in stock, cheapest first. */
  variants: string[];
}

/** Both shops, ready to be measured. */
export interface Shops {
  server: Server;
  goods: BenchGood[];
  plain: Shop<PlainShop>;
  /** The same shop with Medusa's Index module behind its lists. */
  indexed: Shop<PlainShop>;
  ours: Shop<Demo>;
  stop: () => Promise<void>;
}

/** Stock that every chosen variant must have: more than all rounds together take. */
const ENOUGH = 20;

async function variantsOf(databaseUrl: string): Promise<string[]> {
  return withClient(databaseUrl, (client) => variantsInStock(client, ENOUGH));
}

/** Both sides run as in production; the sandbox payment is the one exception that a bench needs. */
const PRODUCTION = { NODE_ENV: "production", YIGOU_SANDBOX_PAYMENT: "1", YIGOU_DEMO: "1" };

async function openOurs(home: Home, secrets: Secrets, access: Access, more: number) {
  const { url: databaseUrl, ownerUrl } = access;
  const port = await freePort(undefined);
  const settings = readSettings({ BACKEND_PORT: String(port), YIGOU_DEMO: "1" }, []);
  const env = { ...backendEnvironment(settings, secrets, databaseUrl), ...PRODUCTION };
  const shared = homeAt();
  openHome(shared);
  const hash = await ensureBuilt(BUILDS.backend, shared, env);
  const stage = { home, databaseUrl, env };
  await migrate({ ...stage, ownerUrl }, hash, await openInstallation(ownerUrl));
  const known = await loadDemo(stage);
  const demo = await readGoods(databaseUrl);
  const copied = await copiedHandles(ownerUrl);
  if (more > 0) {
    await cloneGoods(ownerUrl, "ours", copied, more);
    await reindex(stage);
  }
  const log = join(home.logs, "ours.log");
  const options = { name: "ours", cwd: SERVER, port, env, log, database: "ours" } as const;
  return { side: await startSide(options), known, demo, copied };
}

/** The stock project on a database, in one of its two forms. */
interface Plain {
  home: Home;
  dir: string;
  port: number;
  name: "plain" | "indexed";
  env: NodeJS.ProcessEnv;
}

async function plainOf(home: Home, secrets: Secrets, databaseUrl: string, name: Plain["name"]) {
  const port = await freePort(undefined);
  const env = {
    ...process.env,
    NODE_ENV: "production",
    MEDUSA_DISABLE_TELEMETRY: "1",
    FORCE_COLOR: "0",
    DATABASE_URL: databaseUrl,
    JWT_SECRET: secrets.JWT_SECRET,
    COOKIE_SECRET: secrets.COOKIE_SECRET,
    BENCH_INDEXED: name === "indexed" ? "1" : "0",
  };
  return { home, dir: join(ROOT, ".yigou/bench-plain"), port, name, env };
}

async function runPlain({ home, dir, name, env }: Plain, ...args: string[]): Promise<void> {
  const title = `${name} Medusa, ${args[0] ?? ""}`;
  const log = join(home.logs, `${name}-${args[0] ?? ""}.log`);
  await run({ title, command: process.execPath, args: medusa(...args), cwd: dir, env, log });
}

function startPlain({ home, dir, port, name, env }: Plain): Promise<Side> {
  const log = join(home.logs, `${name}.log`);
  return startSide({ name, cwd: dir, port, env, log, database: name });
}

/** The goods of both shops: those of the demonstration, and how many copies of which. */
interface Wanted {
  demo: BenchGood[];
  copied: string[];
  more: number;
}

/** Both forms of the stock shop; the goods are listed once, and the database is copied. */
async function openPlains(home: Home, secrets: Secrets, server: Server, wanted: Wanted) {
  const { demo, copied, more } = wanted;
  // An unmodified Medusa knows one role, which owns its tables.
  const { ownerUrl } = await server.freshDatabase("plain");
  const plain = await plainOf(home, secrets, ownerUrl, "plain");
  writePlainProject(plain.dir);
  const operator = { email: "bench@example.com", password: randomBytes(12).toString("hex") };
  await runPlain(plain, "migrate");
  await runPlain(plain, "exec", "./operator.js", operator.email, operator.password);
  const filling = await startPlain(plain);
  const known = await seedPlain(filling.base, operator, demo);
  await filling.stop();
  if (more > 0) await cloneGoods(ownerUrl, "stock", copied, more);
  await server.copyDatabase("plain", "indexed");
  const indexedUrl = ownerUrl.replace(/\/plain$/, "/indexed");
  const indexed = await plainOf(home, secrets, indexedUrl, "indexed");
  await runPlain(indexed, "migrate");
  const sides = [await startPlain(plain), await startPlain(indexed)] as const;
  await indexFilled(indexedUrl, demo.length + more);
  const variants = await variantsOf(ownerUrl);
  return sides.map((side) => ({ side, known: { ...known, base: side.base }, variants }));
}

const INDEX_PATIENCE_MS = 10 * 60_000;

/** Medusa's Index module fills itself after its first start. NOTE: the count in its answers is an estimate. */
async function indexFilled(databaseUrl: string, goods: number): Promise<void> {
  const isFilled = await withClient(databaseUrl, async (client) => {
    for (const until = Date.now() + INDEX_PATIENCE_MS; Date.now() < until;) {
      const { rows } = await client.query<{ filled: number }>(
        "select count(*)::int as filled from index_data where name = 'Product'",
      );
      if ((rows[0]?.filled ?? 0) >= goods) return true;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    return false;
  });
  if (!isFilled) throw new Error("the Index module did not fill itself");
}

/**
 * Sets both shops up anew.
 *
 * @param more goods beyond those of the demonstration
 */
export async function openShops(more: number): Promise<Shops> {
  const home = homeAt(join(ROOT, ".yigou/bench"));
  openHome(home);
  const secrets = readSecrets(home.secrets, {}, false);
  const server = await startServer(home, secrets);
  const sides: Side[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(sides.map((side) => side.stop()));
    await server.stop();
    rmSync(join(ROOT, ".yigou/bench-plain"), { recursive: true, force: true });
  };
  try {
    const access = await server.freshDatabase("ours");
    const ours = await openOurs(home, secrets, access, more);
    sides.push(ours.side);
    const goods = await readGoods(access.url);
    const { demo, copied } = ours;
    const [plain, indexed] = await openPlains(home, secrets, server, { demo, copied, more });
    if (!plain || !indexed) throw new Error("the stock shops did not open");
    sides.push(plain.side, indexed.side);
    return {
      server,
      goods,
      ours: { side: ours.side, known: ours.known, variants: await variantsOf(access.url) },
      plain,
      indexed,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
