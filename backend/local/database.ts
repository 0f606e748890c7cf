/** The database itself, proved to be usable, and how far the installation in it is. */
import pg from "pg";
import { codeOf, messageOf, Trouble } from "./trouble";

/** How far an installation is. */
export interface Installation {
  /** Hash of the backend whose migrations ran. */
  schema?: string;
  /** Demonstration data: begun and perhaps interrupted, or done. */
  demo?: string;
  /** Past orders of the demonstration: begun or done. */
  demo_orders?: string;
}

/** Runs queries on one connection. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Checks a connection string that somebody gave, and brings it into the form that Medusa takes.
 *
 * @param name the variable that holds it
 * @throws Trouble in one line, without the password
 */
export function readDatabaseUrl(given: string, name = "DATABASE_URL"): string {
  let url: URL;
  try {
    url = new URL(given);
  } catch {
    throw new Trouble(`${name} is not a URL: postgres://user:password@host:5432/name`);
  }
  if (!/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw new Trouble(`${name} must look like postgres://user:password@host:5432/name`);
  }
  if (url.hostname === "127.0.0.1" || url.hostname === "[::1]") url.hostname = "localhost";
  return url.toString();
}

/** Says in one line why a database does not answer. */
function connectionTrouble(error: unknown, url: string): Trouble {
  const { hostname, port, pathname, username } = new URL(url);
  const where = `${hostname}:${port || "5432"}`;
  switch (codeOf(error)) {
    case "ECONNREFUSED":
      return new Trouble(`DATABASE_URL: no PostgreSQL answers at ${where}.`);
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new Trouble(`DATABASE_URL: the host ${hostname} is not known.`);
    case "28P01":
    case "28000":
      return new Trouble(`DATABASE_URL: ${where} refuses the user ${username} or its password.`);
    case "3D000":
      return new Trouble(`DATABASE_URL: there is no database ${pathname.slice(1)} at ${where}.`);
    case "42501":
      return new Trouble(
        `DATABASE_URL: ${username} may not create tables in ${pathname.slice(1)}.`,
      );
    default:
      return new Trouble(`DATABASE_URL: ${where} cannot be used: ${messageOf(error)}`);
  }
}

const MARK = "yigou_installation";

/**
 * Reads how far the installation in a database is, marking an empty database as ours.
 *
 * @throws Trouble when the database cannot be reached, or holds the tables of something else
 */
export async function openInstallation(url: string): Promise<Installation> {
  try {
    return await withClient(url, async (client) => {
      const tables = await client.query<{ tablename: string }>(
        "select tablename from pg_tables where schemaname = 'public'",
      );
      const names = tables.rows.map((row) => row.tablename);
      if (names.length > 0 && !names.includes(MARK)) {
        const { pathname } = new URL(url);
        throw new Trouble(
          `The database ${pathname.slice(1)} holds ${names.length} tables of something else ` +
            `(${names.slice(0, 3).join(", ")}): give Yigou an empty database.`,
        );
      }
      // NOTE: "if not exists" would ask for the right to create, which the application's role lacks.
      if (!names.includes(MARK)) {
        await client.query(`create table ${MARK} (key text primary key, value text not null)`);
      }
      const rows = await client.query<{ key: string; value: string }>(
        `select key, value from ${MARK}`,
      );
      return Object.fromEntries(rows.rows.map((row) => [row.key, row.value]));
    });
  } catch (error) {
    throw error instanceof Trouble ? error : connectionTrouble(error, url);
  }
}

/** Notes how far the installation is. */
export async function note(url: string, key: keyof Installation, value: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(
      `insert into ${MARK} (key, value) values ($1, $2) on conflict (key) do update set value = $2`,
      [key, value],
    ),
  );
}

/** What the storefront needs to speak to the backend: the newest facts are in the database. */
export async function shopKeys(
  url: string,
): Promise<{ publishable_key?: string; region_id?: string }> {
  return withClient(url, async (client) => {
    const keys = await client.query<{ token: string }>(
      `select token from api_key where type = 'publishable' and revoked_at is null
        and deleted_at is null order by created_at, id limit 1`,
    );
    const regions = await client.query<{ id: string }>(
      `select id from region where deleted_at is null and currency_code = 'cny'
        order by created_at, id limit 1`,
    );
    return { publishable_key: keys.rows[0]?.token, region_id: regions.rows[0]?.id };
  });
}

/** Whether the role could walk past row level security. */
export async function bypassesRowSecurity(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ free: boolean }>(
      "select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user",
    );
    return rows[0]?.free ?? false;
  });
}
