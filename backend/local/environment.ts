/** The environment that each program gets: nothing but what it needs is said twice. */
import type { Secrets } from "./secrets";
import type { Settings } from "./settings";

/** Addresses as a person on this machine types them. */
export interface Urls {
  backend: string;
  storefront: string;
  admin: string;
}

/** The three addresses. */
export function urlsOf(settings: Settings): Urls {
  return {
    backend: `http://localhost:${settings.BACKEND_PORT}`,
    storefront: `http://localhost:${settings.STOREFRONT_PORT}`,
    admin: `http://localhost:${settings.ADMIN_PORT}`,
  };
}

/**
 * Variables that switch foreign reporting off. The first keeps Medusa from noting events; it still
 * starts a sender at every exit, so the second gives that sender no way out of this machine.
 */
export const QUIET = {
  MEDUSA_DISABLE_TELEMETRY: "1",
  MEDUSA_TELEMETRY_HOST: "http://127.0.0.1:9",
  DO_NOT_TRACK: "1",
  NO_COLOR: "1",
};

/** Of the backend and of everything that runs inside Medusa. */
export function backendEnvironment(
  settings: Settings,
  secrets: Secrets,
  databaseUrl: string,
): NodeJS.ProcessEnv {
  const urls = urlsOf(settings);
  const all = Object.values(urls).join(",");
  return {
    ...process.env,
    ...QUIET,
    DATABASE_URL: databaseUrl,
    // The owner's way in is for the launcher alone.
    DATABASE_MIGRATION_URL: undefined,
    JWT_SECRET: secrets.JWT_SECRET,
    COOKIE_SECRET: secrets.COOKIE_SECRET,
    YIGOU_DATA_KEY: secrets.YIGOU_DATA_KEY,
    YIGOU_WEBHOOK_SECRET: secrets.YIGOU_WEBHOOK_SECRET,
    YIGOU_DEMO: settings.demo ? "1" : "0",
    BACKEND_PORT: String(settings.BACKEND_PORT),
    STOREFRONT_PORT: String(settings.STOREFRONT_PORT),
    ADMIN_PORT: String(settings.ADMIN_PORT),
    STORE_CORS: process.env["STORE_CORS"] ?? urls.storefront,
    ADMIN_CORS: process.env["ADMIN_CORS"] ?? `${urls.admin},${urls.backend}`,
    AUTH_CORS: process.env["AUTH_CORS"] ?? all,
  };
}

/** Of the storefront, which speaks to the backend for the browser. */
export function storefrontEnvironment(
  settings: Settings,
  secrets: Secrets,
  publishableKey: string,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...QUIET,
    PORT: String(settings.STOREFRONT_PORT),
    STOREFRONT_PORT: String(settings.STOREFRONT_PORT),
    BACKEND_URL: urlsOf(settings).backend,
    PUBLISHABLE_KEY: publishableKey,
    SESSION_SECRET: secrets.SESSION_SECRET,
  };
}

/** Of the panel, which passes `/api` on to the backend. */
export function adminEnvironment(settings: Settings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...QUIET,
    PORT: String(settings.ADMIN_PORT),
    ADMIN_PORT: String(settings.ADMIN_PORT),
    BACKEND_URL: urlsOf(settings).backend,
  };
}
