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
import { loadDemo, medusa, migrate, SERVER } from "../../backend/local/stages";
import type { Demo } from "../../backend/local/state";
import { listMoreGoods } from "./more-goods";
import { type BenchGood, readGoods } from "./goods";
import { writePlainProject } from "./plain-project";
import { type PlainShop, seedPlain } from "./plain-seed";
import { type Server, startServer } from "./server";
import { type Side, startSide } from "./side";

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
  ours: Shop<Demo>;
  stop: () => Promise<void>;
}

const IN_STOCK = `
select v.id from product_variant v
  join product p on p.id = v.product_id and p.status = 'published' and p.deleted_at is null
  join product_variant_inventory_item s on s.variant_id = v.id and s.deleted_at is null
  join inventory_level n on n.inventory_item_id = s.inventory_item_id and n.deleted_at is null
  join product_variant_price_set l on l.variant_id = v.id and l.deleted_at is null
  join price m on m.price_set_id = l.price_set_id and m.deleted_at is null
where v.deleted_at is null and n.stocked_quantity - n.reserved_quantity >= $1
group by v.id, p.handle, v.variant_rank order by min(m.amount), p.handle, v.variant_rank`;

/** Stock that every chosen variant must have: more than all rounds together take. */
const ENOUGH = 20;

async function variantsOf(databaseUrl: string): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(IN_STOCK, [ENOUGH]);
    return rows.map((row) => row.id);
  });
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
  const log = join(home.logs, "ours.log");
  const options = { name: "ours", cwd: SERVER, port, env, log, database: "ours" } as const;
  const side = await startSide(options);
  await listMoreGoods(side.base, known, more);
  return { side, known };
}

async function openPlain(home: Home, secrets: Secrets, databaseUrl: string, goods: BenchGood[]) {
  const dir = join(ROOT, ".yigou/bench-plain");
  writePlainProject(dir);
  const port = await freePort(undefined);
  const env = {
    ...process.env,
    NODE_ENV: "production",
    MEDUSA_DISABLE_TELEMETRY: "1",
    FORCE_COLOR: "0",
    DATABASE_URL: databaseUrl,
    JWT_SECRET: secrets.JWT_SECRET,
    COOKIE_SECRET: secrets.COOKIE_SECRET,
  };
  const operator = { email: "bench@example.com", password: randomBytes(12).toString("hex") };
  const steps = [["migrate"], ["exec", "./operator.js", operator.email, operator.password]];
  for (const step of steps) {
    await run({
      title: `Plain Medusa, ${step[0] ?? ""}`,
      command: process.execPath,
      args: medusa(...step),
      cwd: dir,
      env,
      log: join(home.logs, `plain-${step[0] ?? ""}.log`),
    });
  }
  const log = join(home.logs, "plain.log");
  const side = await startSide({ name: "plain", cwd: dir, port, env, log, database: "plain" });
  return { side, known: await seedPlain(side.base, operator, goods) };
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
    // An unmodified Medusa knows one role, which owns its tables.
    const { ownerUrl: plainUrl } = await server.freshDatabase("plain");
    const ours = await openOurs(home, secrets, access, more);
    sides.push(ours.side);
    const goods = await readGoods(access.url);
    const plain = await openPlain(home, secrets, plainUrl, goods);
    sides.push(plain.side);
    return {
      server,
      goods,
      ours: { ...ours, variants: await variantsOf(access.url) },
      plain: { ...plain, variants: await variantsOf(plainUrl) },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
