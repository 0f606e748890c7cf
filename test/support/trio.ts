/** Backend, shop and panel over a database of their own, as `npm start` would run them. */
import { rmSync } from "node:fs";

import { BUILDS, ensureBuilt } from "../../backend/local/builds";
import { shopKeys } from "../../backend/local/database";
import { type Urls, urlsOf } from "../../backend/local/environment";
import { freePort } from "../../backend/local/ports";
import { type ServiceSpec, startService } from "../../backend/local/services";
import { adminSpec, backendSpec, storefrontSpec, type Wiring } from "../../backend/local/specs";
import { freshDatabase, type TestDatabase } from "./postgres";
import { TEST_SECRETS, testHome, testSettings } from "./world";

/** The running three. */
export interface Trio {
  urls: Urls;
  database: TestDatabase;
  close: () => Promise<void>;
}

/** What servers are started with beside their own. */
interface Preloaded {
  preload?: string[];
  env?: NodeJS.ProcessEnv;
}

function preloaded(spec: ServiceSpec, { preload = [], env = {} }: Preloaded): ServiceSpec {
  const args = [...preload.flatMap((file) => ["--import", file]), ...spec.args];
  return { ...spec, args, env: { ...spec.env, ...env } };
}

/**
 * Starts the three on free ports and waits until each answers.
 *
 * @param given a database that is ready; without it a fresh copy of the template
 * @param over modules that each of them loads before anything else, and variables
 */
export async function openTrio(given?: TestDatabase, over: Preloaded = {}): Promise<Trio> {
  const home = testHome();
  await ensureBuilt(BUILDS.storefront, home, process.env);
  await ensureBuilt(BUILDS.admin, home, process.env);
  const database = given ?? (await freshDatabase());
  const settings = testSettings({
    backend: await freePort(),
    storefront: await freePort(),
    admin: await freePort(),
  });
  // Each database has a ledger of its own, and so a witness of its own.
  const own = { ...home, heads: `${home.heads}.${new URL(database.url).pathname.slice(1)}` };
  const wiring: Wiring = {
    settings,
    secrets: TEST_SECRETS,
    home: own,
    databaseUrl: database.url,
  };
  const { publishable_key } = await shopKeys(database.url);
  const services = [
    backendSpec(wiring),
    adminSpec(wiring),
    storefrontSpec(wiring, publishable_key ?? ""),
  ].map((spec) => startService(preloaded(spec, over)));
  const close = async (): Promise<void> => {
    await Promise.all(services.map((service) => service.stop()));
    await database.drop();
    rmSync(own.heads, { force: true });
  };
  try {
    await Promise.all(services.map((service) => service.ready()));
  } catch (error) {
    await close();
    throw error;
  }
  return { urls: urlsOf(settings), database, close };
}
