/**
 * `npm start`: database, tables, demonstration data, builds, three servers; then it watches them.
 */
import { BUILDS, ensureBuilt } from "./builds";
import { bypassesRowSecurity, openInstallation, shopKeys } from "./database";
import { backendEnvironment, urlsOf } from "./environment";
import { homeAt, openHome } from "./home";
import { takeLock } from "./lock";
import { requirePorts } from "./ports";
import { welcome } from "./welcome";
import { interruptPrograms } from "./run";
import { say, step } from "./say";
import { readSecrets } from "./secrets";
import { type Database, openDatabase, resetDatabase } from "./server";
import { type Service, type ServiceSpec, startService } from "./services";
import { readSettings, type Settings } from "./settings";
import { adminSpec, backendSpec, storefrontSpec, type Wiring } from "./specs";
import { loadDemo, loadOrders, migrate, type Stage } from "./stages";
import { readDemo, writeDemo } from "./state";
import { diskTrouble, messageOf, Trouble } from "./trouble";

/** What must be undone at the end, last first. */
const closers: (() => Promise<void> | void)[] = [];
const ending = new AbortController();

/** Ends the whole program once, however it was asked to. */
async function finish(code: number): Promise<void> {
  if (ending.signal.aborted) return;
  ending.abort();
  interruptPrograms();
  for (const undo of closers.splice(0).reverse()) await undo();
  if (code === 0) say("Stopped. Nothing is lost: npm start goes on from here.");
  process.exit(code);
}

function keep(spec: ServiceSpec): Service {
  const service = startService(spec);
  closers.push(service.stop);
  return service;
}

/** Opens the database beside the builds; it is the last thing to be closed. */
function databaseOf(wiring: Omit<Wiring, "databaseUrl">): Promise<Database> {
  const { settings, secrets, home } = wiring;
  const opening = step("Database", () => openDatabase(home, secrets, settings));
  closers.push(async () => {
    const database = await opening.catch(() => undefined);
    await database?.stop();
  });
  return opening;
}

/** Tables and data, ready to be served. */
async function fill(database: Database, wiring: Wiring, backendHash: string): Promise<Stage> {
  const { settings, secrets, home } = wiring;
  let found = await openInstallation(database.ownerUrl);
  if (found.demo === "loading") {
    if (!database.embedded) {
      throw new Trouble(
        "The first start was interrupted while it loaded data: give Yigou an empty database.",
      );
    }
    say("The first start was interrupted: it begins again with an empty database.");
    await resetDatabase(home, secrets);
    found = await openInstallation(database.ownerUrl);
  }
  const env = backendEnvironment(settings, secrets, database.url);
  const stage: Stage = { home, databaseUrl: database.url, env };
  await migrate({ ...stage, ownerUrl: database.ownerUrl }, backendHash, found);
  if (settings.demo && found.demo !== "done") {
    writeDemo(home, urlsOf(settings), await loadDemo(stage));
  }
  return stage;
}

async function open(settings: Settings): Promise<void> {
  const home = homeAt();
  openHome(home);
  const lock = await takeLock(home, "npm start");
  closers.push(lock.release);
  ending.signal.addEventListener("abort", lock.leave);
  const { BACKEND_PORT, STOREFRONT_PORT, ADMIN_PORT } = settings;
  await requirePorts({ BACKEND_PORT, STOREFRONT_PORT, ADMIN_PORT });
  const secrets = readSecrets(home.secrets, process.env, settings.production);
  const base = { settings, secrets, home };
  const opening = databaseOf(base);
  const buildEnv = { ...backendEnvironment(settings, secrets, "postgres://localhost/build") };
  const fronts = (async () => {
    await ensureBuilt(BUILDS.storefront, home, buildEnv);
    await ensureBuilt(BUILDS.admin, home, buildEnv);
  })();
  const [database, backendHash] = await Promise.all([
    opening,
    ensureBuilt(BUILDS.backend, home, buildEnv),
  ]);
  const wiring: Wiring = { ...base, databaseUrl: database.url };
  const [stage] = await Promise.all([fill(database, wiring, backendHash), fronts]);
  await serve(wiring);
  const demo = settings.demo ? readDemo(home.demo) : undefined;
  if (demo) writeDemo(home, urlsOf(settings), demo);
  welcome(urlsOf(settings), demo);
  if (await bypassesRowSecurity(database.url)) {
    say("NOTE: this database role is a superuser: row level security does not bind it.");
  }
  const { demo_orders } = await openInstallation(database.url);
  if (settings.demo && demo_orders !== "done" && settings.YIGOU_DEMO_ORDERS > 0) {
    // The shop is open by now: what goes wrong with its past must not close it.
    await loadOrders(stage, settings.YIGOU_DEMO_ORDERS).catch((error: unknown) => {
      if (!ending.signal.aborted) say(messageOf(error));
    });
  }
}

async function serve(wiring: Wiring): Promise<void> {
  if (ending.signal.aborted) throw new Trouble("interrupted");
  const keys = await shopKeys(wiring.databaseUrl);
  if (!keys.publishable_key) say("NOTE: no publishable key yet: make one in Medusa's dashboard.");
  const services = [
    keep(backendSpec(wiring)),
    keep(adminSpec(wiring)),
    keep(storefrontSpec(wiring, keys.publishable_key ?? "")),
  ];
  await step("Servers", () => Promise.all(services.map((service) => service.ready())));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!ending.signal.aborted) say("Stopping …");
    void finish(0);
  });
}

// npm passes a signal on to its shell, which dies without passing it on: watch for that.
if (process.env["npm_lifecycle_event"]) {
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) void finish(0);
  }, 500).unref();
}

try {
  await open(readSettings(process.env, process.argv.slice(2)));
} catch (error) {
  if (!ending.signal.aborted) {
    const trouble = error instanceof Trouble ? error : diskTrouble(error, homeAt().dir);
    console.error(`\nYigou cannot start: ${trouble?.message ?? messageOf(error)}`);
    if (!trouble && error instanceof Error) console.error(error.stack);
    await finish(1);
  }
}
