/** The servers, one specification each. */
import { join } from "node:path";
import { adminEnvironment, backendEnvironment, storefrontEnvironment, urlsOf } from "./environment";
import { type Home, ROOT } from "./home";
import type { Secrets } from "./secrets";
import type { ServiceSpec } from "./services";
import type { Settings } from "./settings";
import { medusa, SERVER } from "./stages";

/** What the three servers are made from. */
export interface Wiring {
  settings: Settings;
  secrets: Secrets;
  home: Home;
  databaseUrl: string;
}

/** A heap that fits three servers and a database into 1.5 GB when idle. */
const heap = (mb: number, young: number): string[] => [
  `--max-old-space-size=${mb}`,
  `--max-semi-space-size=${young}`,
];

/** Medusa with our modules. */
export function backendSpec({ settings, secrets, home, databaseUrl }: Wiring): ServiceSpec {
  return {
    name: "backend",
    args: [...heap(1024, 16), ...medusa("start", String(settings.BACKEND_PORT))],
    cwd: SERVER,
    env: {
      YIGOU_WITNESS_FILE: home.heads,
      ...backendEnvironment(settings, secrets, databaseUrl),
    },
    log: join(home.logs, "backend.log"),
    probe: `${urlsOf(settings).backend}/health`,
  };
}

/** The shop. */
export function storefrontSpec(wiring: Wiring, publishableKey: string): ServiceSpec {
  const { settings, secrets, home } = wiring;
  return {
    name: "storefront",
    args: [...heap(256, 8), "server.mjs"],
    cwd: join(ROOT, "storefront"),
    env: storefrontEnvironment(settings, secrets, publishableKey),
    log: join(home.logs, "storefront.log"),
    probe: `${urlsOf(settings).storefront}/`,
  };
}

/** The panel for officials and cooperatives. */
export function adminSpec({ settings, home }: Wiring): ServiceSpec {
  return {
    name: "admin panel",
    args: [...heap(128, 4), "server.mjs"],
    cwd: join(ROOT, "admin"),
    env: adminEnvironment(settings),
    log: join(home.logs, "admin.log"),
    probe: `${urlsOf(settings).admin}/`,
  };
}
