/**
 * The database server of the tests, and a template that is migrated and filled once per version of
 * the sources: a fresh database is a copy of it, which takes a fraction of a second.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { BUILDS, ensureBuilt } from "../../backend/local/builds";
import { startCluster, superuserUrl } from "../../backend/local/cluster";
import { openInstallation, withClient } from "../../backend/local/database";
import { freePort } from "../../backend/local/ports";
import { dropOwnDatabase, ensureOwnDatabase, ownAccess } from "../../backend/local/roles";
import { say } from "../../backend/local/say";
import { loadDemo, migrate } from "../../backend/local/stages";
import { type Demo, readDemo } from "../../backend/local/state";
import { TEST_SECRETS, testEnvironment, testHome } from "./world";

const serverSchema = z.object({ superuser: z.string(), template: z.string() });
type Server = z.infer<typeof serverSchema>;

/** Durability is not what these tests are about: the backend is killed, the database is not. */
const FAST = [
  "fsync=off",
  "full_page_writes=off",
  "synchronous_commit=off",
  "max_connections=200",
  "max_wal_size=4GB",
];

const PREFIX = "yigou_template_";

function serverFile(): string {
  return join(testHome().dir, "server.json");
}

function demoFile(template: string): string {
  return join(testHome().dir, `${template}.json`);
}

async function answers(superuser: string): Promise<boolean> {
  return withClient(superuser, () => Promise.resolve(true)).catch(() => false);
}

/** The server that an earlier run of this session left running. */
function knownServer(): Server | undefined {
  if (!existsSync(serverFile())) return undefined;
  const parsed = serverSchema.safeParse(JSON.parse(readFileSync(serverFile(), "utf8")));
  return parsed.success ? parsed.data : undefined;
}

/** Finds or starts a server. */
async function openServer(): Promise<{ superuser: string; stop: () => Promise<void> }> {
  const stay = (): Promise<void> => Promise.resolve();
  const given = process.env["TEST_DATABASE_URL"] ?? knownServer()?.superuser;
  if (given && (await answers(given))) return { superuser: given, stop: stay };
  if (process.env["TEST_DATABASE_URL"]) throw new Error("TEST_DATABASE_URL does not answer");
  const home = testHome();
  const port = await freePort();
  const password = TEST_SECRETS.pg_superuser;
  const log = join(home.logs, "postgres.log");
  const cluster = await startCluster({ data: home.pg, port, password, log, settings: FAST });
  return { superuser: superuserUrl({ port, password }), stop: cluster.stop };
}

/** Fills a database under a passing name and gives it its own when it is complete. */
async function makeTemplate(superuser: string, template: string, hash: string): Promise<void> {
  const building = "yigou_building";
  await dropTemplates(superuser);
  await dropOwnDatabase(superuser, building);
  const { url, ownerUrl } = await ensureOwnDatabase(superuser, TEST_SECRETS, building);
  const stage = { home: testHome(), databaseUrl: url, ownerUrl, env: testEnvironment(url, 9000) };
  await migrate(stage, hash, await openInstallation(ownerUrl));
  const demo = await loadDemo(stage);
  writeFileSync(demoFile(template), JSON.stringify(demo));
  await withClient(superuser, async (client) => {
    await client.query(`alter database ${building} rename to ${template}`);
  });
}

/** Throws away templates of older sources and what killed runs left behind. */
async function dropTemplates(superuser: string): Promise<void> {
  const names = await withClient(superuser, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname ~ '^(yigou_template_|t_)'",
    );
    return rows.map((row) => row.datname);
  });
  for (const name of names) await dropOwnDatabase(superuser, name);
  for (const file of readdirSync(testHome().dir)) {
    if (file.startsWith(PREFIX)) rmSync(join(testHome().dir, file));
  }
}

async function hasDatabase(superuser: string, name: string): Promise<boolean> {
  return withClient(superuser, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    return found.rowCount === 1;
  });
}

/**
 * Makes server and template ready. Called by the set-up of each runner; calling it again is cheap.
 *
 * @returns how to stop the server, when this call started it
 */
export async function prepareDatabases(): Promise<() => Promise<void>> {
  const home = testHome();
  const hash = await ensureBuilt(
    BUILDS.backend,
    home,
    testEnvironment("postgres://localhost/b", 1),
  );
  const { superuser, stop } = await openServer();
  const template = `${PREFIX}${hash}`;
  if (!(await hasDatabase(superuser, template)) || !existsSync(demoFile(template))) {
    await makeTemplate(superuser, template, hash);
  }
  writeFileSync(serverFile(), JSON.stringify({ superuser, template }));
  say(`Test database: ${template}`);
  return stop;
}

function server(): Server {
  const known = knownServer();
  if (!known) throw new Error("no test server: run the tests through their runner");
  return known;
}

/** The way in for a superuser of the test server. */
export function testSuperuser(): string {
  return server().superuser;
}

/** A database of one's own. */
export interface TestDatabase {
  /** As the application sees it. */
  url: string;
  /** As migrations see it. */
  ownerUrl: string;
  /** As a superuser sees it: for looking behind row level security in assertions. */
  superuserUrl: string;
  drop: () => Promise<void>;
}

/**
 * A copy of the template: migrated, with the demonstration data.
 *
 * @param on a superuser's address of another server that has the template too
 */
export async function freshDatabase(on?: string): Promise<TestDatabase> {
  const { template } = server();
  const superuser = on ?? server().superuser;
  const name = `t_${randomBytes(6).toString("hex")}`;
  await withClient(superuser, async (client) => {
    await client.query(`create database ${name} template ${template} owner yigou_owner`);
  });
  const root = new URL(superuser);
  root.pathname = `/${name}`;
  return {
    ...ownAccess(superuser, TEST_SECRETS, name),
    superuserUrl: root.toString(),
    drop: () => dropOwnDatabase(superuser, name),
  };
}

/** Keys and logins of the demonstration data in the template. */
export function demo(): Demo {
  const found = readDemo(demoFile(server().template));
  if (!found) throw new Error("the template has no logins");
  return found;
}
