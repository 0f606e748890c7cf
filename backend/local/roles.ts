/**
 * The two database roles. The owner runs migrations and owns every table; the application's role only
 * reads and writes rows, and in the ledger only reads and adds: whoever gets hold of the running backend
 * cannot rewrite what it has booked.
 */
import pg from "pg";
import { withClient } from "./database";
import { messageOf, Trouble } from "./trouble";

/** The role that the backend runs as. */
const APPLICATION = "yigou";
/** The role that migrations run as. */
const OWNER = "yigou_owner";

/** Both ways into one database. On a foreign server they may be the same. */
export interface Access {
  /** As the application: the backend and everything that writes rows. */
  url: string;
  /** As the owner: migrations. */
  ownerUrl: string;
}

/** Passwords of the two roles in a server of our own. */
export interface RolePasswords {
  pg_application: string;
  pg_owner: string;
}

/**
 * Makes both roles and a database in a server of our own. An installation that was made when there was
 * one role is handed over to its owner. Neither role is a superuser: row level security binds both.
 *
 * @returns connection strings; their host is `localhost`, the name for which Medusa does not ask for TLS
 */
export async function ensureOwnDatabase(
  superuser: string,
  passwords: RolePasswords,
  name = APPLICATION,
): Promise<Access> {
  const isNew = await withClient(superuser, async (client) => {
    await ensureRole(client, APPLICATION, passwords.pg_application);
    await ensureRole(client, OWNER, passwords.pg_owner);
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 1) return false;
    await client.query(`create database ${client.escapeIdentifier(name)} owner ${OWNER}`);
    return true;
  });
  if (!isNew) await handOver(superuser, name);
  return ownAccess(superuser, passwords, name);
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [role]);
  if (rowCount === 0) await client.query(`create role ${role}`);
  await client.query(
    `alter role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication
      password ${client.escapeLiteral(password)}`,
  );
}

/** Gives everything that the application's role owns in a database to the owner. */
async function handOver(superuser: string, name: string): Promise<void> {
  const url = new URL(superuser);
  url.pathname = `/${name}`;
  await withClient(url.toString(), async (client) => {
    // Names the database itself too, as far as the application's role owns it.
    await client.query(`reassign owned by ${APPLICATION} to ${OWNER}`);
  });
}

/** Both ways into a database of the server that a superuser's address names. */
export function ownAccess(superuser: string, passwords: RolePasswords, name: string): Access {
  const as = (role: string, password: string): string => {
    const url = new URL(superuser);
    url.username = role;
    url.password = password;
    url.pathname = `/${name}`;
    return url.toString();
  };
  return {
    url: as(APPLICATION, passwords.pg_application),
    ownerUrl: as(OWNER, passwords.pg_owner),
  };
}

/** Drops a database of ours, whoever is connected to it. */
export async function dropOwnDatabase(superuser: string, name = APPLICATION): Promise<void> {
  await withClient(superuser, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
}

/** Tables that only grow: each carries a trigger of the ledger's guard. */
const APPEND_ONLY = `
select distinct c.oid::regclass::text as name from pg_trigger t
  join pg_class c on c.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid
 where f.proname = 'ledger_append_only' and not t.tgisinternal and c.relkind in ('r', 'p')`;

/**
 * Gives the application's role what it needs in the tables that stand after a migration, and takes from
 * it what the ledger must not suffer. Run after every migration; running it again changes nothing.
 *
 * @returns whether there are two roles; with one, its owner's rights cannot be taken from it
 * @throws Trouble when the tables belong to the application's role and cannot be handed over
 */
export async function grantApplication({ url, ownerUrl }: Access): Promise<boolean> {
  const application = decodeURIComponent(new URL(url).username);
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ owner: string }>("select current_user as owner");
    if (rows[0]?.owner === application) return false;
    const role = client.escapeIdentifier(application);
    await client.query("begin");
    await takeOver(client, role, application);
    await client.query(`grant usage on schema public to ${role}`);
    for (const kind of ["tables", "sequences"]) {
      const rights = kind === "tables" ? "select, insert, update, delete" : "usage, select";
      await client.query(`grant ${rights} on all ${kind} in schema public to ${role}`);
      await client.query(
        `alter default privileges in schema public grant ${rights} on ${kind} to ${role}`,
      );
    }
    const tables = await client.query<{ name: string }>(APPEND_ONLY);
    for (const { name } of tables.rows) {
      await client.query(`revoke all on ${name} from ${role}`);
      await client.query(`grant select, insert on ${name} to ${role}`);
    }
    // What only the ledger's own functions may write is the ledger's to say.
    const own = await client.query(
      "select 1 where to_regprocedure('ledger_grants(text)') is not null",
    );
    if (own.rowCount === 1) await client.query("select ledger_grants($1)", [application]);
    await client.query("commit");
    return true;
  });
}

/** Takes over what the application's role made on a foreign server when it was the only one. */
async function takeOver(client: pg.Client, role: string, application: string): Promise<void> {
  const owned = await client.query(
    "select 1 from pg_tables where schemaname = 'public' and tableowner = $1 limit 1",
    [application],
  );
  if (owned.rowCount === 0) return;
  try {
    await client.query(`reassign owned by ${role} to current_user`);
  } catch (error) {
    throw new Trouble(
      `The tables belong to ${application}, the role of DATABASE_URL. Let a superuser run ` +
        `"reassign owned by ${application} to <the role of DATABASE_MIGRATION_URL>": ${messageOf(error)}`,
    );
  }
}
