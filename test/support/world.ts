/** What every test run has in common: folders, secrets, and the settings of the tested system. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { backendEnvironment } from "../../backend/local/environment";
import { type Home, homeAt, ROOT } from "../../backend/local/home";
import type { Secrets } from "../../backend/local/secrets";
import { readSettings, type Settings } from "../../backend/local/settings";

/** The folder of test runs; `YIGOU_TEST_HOME` moves it, so that two runs do not meet. */
export function testHome(): Home {
  const own = homeAt(process.env["YIGOU_TEST_HOME"] ?? join(ROOT, ".yigou/test"));
  // The one build serves pictures from one folder.
  const home = { ...own, uploads: homeAt().uploads };
  for (const dir of [home.dir, home.logs, home.builds, home.uploads]) {
    mkdirSync(dir, { recursive: true });
  }
  return home;
}

/** Fixed, so that a template database made by one run can be read by the next. */
export const TEST_SECRETS: Secrets = {
  pg_superuser: "test-superuser-password",
  pg_application: "test-application-password",
  pg_owner: "test-owner-password",
  JWT_SECRET: "test-jwt-secret-of-no-value-at-all",
  COOKIE_SECRET: "test-cookie-secret-of-no-value-at-all",
  SESSION_SECRET: "test-session-secret-of-no-value-at-all",
  YIGOU_WEBHOOK_SECRET: "test-webhook-secret-of-no-value-at-all",
  YIGOU_DATA_KEY: Buffer.alloc(32, "test-data-key").toString("base64"),
};

/** Ports of a system under test. */
export interface Ports {
  backend: number;
  storefront: number;
  admin: number;
}

/** The launcher's settings for those ports. */
export function testSettings(ports: Ports): Settings {
  return readSettings(
    {
      NODE_ENV: "test",
      BACKEND_PORT: String(ports.backend),
      STOREFRONT_PORT: String(ports.storefront),
      ADMIN_PORT: String(ports.admin),
    },
    [],
  );
}

/** The environment of a backend under test. */
export function testEnvironment(
  databaseUrl: string,
  backend: number,
  extra: NodeJS.ProcessEnv = {},
): NodeJS.ProcessEnv {
  const settings = testSettings({ backend, storefront: 8000, admin: 7000 });
  const env = backendEnvironment(settings, TEST_SECRETS, databaseUrl);
  return { ...env, NODE_ENV: "test", ...extra };
}
