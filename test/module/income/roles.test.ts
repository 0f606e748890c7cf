/** The application's role can add to the ledger and read it; nothing that it can say rewrites it. */
import { Client } from "pg";
import { z } from "zod";

import { withClient } from "../../../backend/local/database";
import { dropOwnDatabase, ensureOwnDatabase, grantApplication } from "../../../backend/local/roles";
import { TEST_SECRETS } from "../../support/world";
import { capture, type Desk, openDesk } from "./desk";

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

const named = z.array(z.object({ name: z.string() }));

/** Every table that says of itself that it only grows; a new one is found without being listed here. */
async function growingTables(): Promise<string[]> {
  return withClient(desk.database.superuserUrl, async (client) => {
    const { rows } = await client.query(
      `select distinct t.tgrelid::regclass::text as name from pg_trigger t
         join pg_proc f on f.oid = t.tgfoid where f.proname = 'ledger_append_only' order by 1`,
    );
    return named.parse(rows).map((row) => row.name);
  });
}

/** The SQLSTATE that a statement of the application ends with. */
async function refusalOf(statement: string): Promise<string> {
  const client = new Client({ connectionString: desk.database.url });
  await client.connect();
  try {
    await client.query(statement);
    return "done";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown";
  } finally {
    await client.end();
  }
}

const FORBIDDEN = "42501";

describe("the application's role", () => {
  it("is no superuser, owns nothing, and makes no roles, databases or tables", async () => {
    const role = await withClient(desk.database.superuserUrl, async (client) => {
      const { rows } = await client.query<Record<string, boolean>>(
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
           exists (select 1 from pg_class where relowner = r.oid) as owns,
           pg_has_role('yigou', 'yigou_owner', 'member') as is_owner
         from pg_roles r where rolname = 'yigou'`,
      );
      return rows[0] ?? {};
    });
    expect(Object.values(role)).toEqual(Array.from({ length: 7 }, () => false));
    expect(await refusalOf("create table mine (a int)")).toBe(FORBIDDEN);
    expect(await refusalOf("create role friend superuser")).toBe(FORBIDDEN);
    expect(await refusalOf("set role yigou_owner")).toBe(FORBIDDEN);
    expect(await refusalOf("alter role yigou superuser")).toBe(FORBIDDEN);
  });

  it("posts a sale and its capture, and reads them", async () => {
    const { order_id } = await desk.sold();
    await desk.ledger.credit(capture(order_id));
    expect(await desk.transactions(order_id)).toBe(1);
    expect(await desk.balances(order_id)).toHaveLength(2);
  });

  it("cannot update, delete or empty any table that only grows", async () => {
    const tables = await growingTables();
    expect(tables).toEqual(expect.arrayContaining(["ledger_transaction", "ledger_posting"]));
    for (const table of tables) {
      const column = await firstColumn(table);
      for (const statement of [
        `update ${table} set ${column} = ${column}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
        `select 1 from ${table} for update`,
        `merge into ${table} t using (select 1) s on true when matched then delete`,
        `insert into ${table} (${column}) select ${column} from ${table}
           on conflict on constraint ${table}_pkey do update set ${column} = excluded.${column}`,
      ]) {
        expect(await refusalOf(statement), statement).toBe(FORBIDDEN);
      }
      expect(await refusalOf(`select count(*) from ${table}`)).toBe("done");
    }
  });

  it("cannot switch the guards off, or change or drop what they stand on", async () => {
    for (const table of await growingTables()) {
      for (const statement of [
        `alter table ${table} disable trigger all`,
        `alter table ${table} add column note text`,
        `alter table ${table} rename to other`,
        `alter table ${table} owner to yigou`,
        `drop table ${table} cascade`,
        `create rule quiet as on insert to ${table} do instead nothing`,
        `create trigger own before insert on ${table} for each row execute function ledger_append_only()`,
        `grant update on ${table} to yigou`,
      ]) {
        // A grant by somebody who may not give the right away is a warning that does nothing.
        const expected = statement.startsWith("grant") ? ["done", FORBIDDEN] : [FORBIDDEN];
        expect(expected, statement).toContain(await refusalOf(statement));
      }
      const column = await firstColumn(table);
      expect(await refusalOf(`update ${table} set ${column} = ${column}`)).toBe(FORBIDDEN);
    }
    for (const setting of ["replica", "local"]) {
      expect(await refusalOf(`set session_replication_role = ${setting}`)).toBe(FORBIDDEN);
    }
    expect(await refusalOf("alter system set session_replication_role = replica")).toBe(FORBIDDEN);
    expect(await refusalOf("drop function ledger_post(jsonb)")).toBe(FORBIDDEN);
    expect(await refusalOf("drop function ledger_append_only() cascade")).toBe(FORBIDDEN);
    expect(await refusalOf("drop schema public cascade")).toBe(FORBIDDEN);
    expect(await refusalOf("comment on table ledger_posting is ''")).toBe(FORBIDDEN);
  });

  async function firstColumn(table: string): Promise<string> {
    const { rows } = await desk.pg.raw<{ rows: unknown[] }>(
      `select attname as name from pg_attribute where attrelid = ?::regclass and attnum > 0
          and not attisdropped and attidentity = '' and attgenerated = '' order by attnum limit 1`,
      [table],
    );
    return named.parse(rows)[0]?.name ?? "id";
  }
});

describe("an installation from the time when there was one role", () => {
  const name = `t_old_${process.pid}`;
  const superuser = (): string => new URL("/postgres", desk.database.superuserUrl).toString();

  afterAll(() => dropOwnDatabase(superuser(), name));

  it("is handed over to the owner, and the application goes on reading and writing", async () => {
    await withClient(superuser(), async (client) => {
      await client.query(`create database ${name} owner yigou`);
    });
    const before = new URL(desk.database.url);
    before.pathname = `/${name}`;
    await withClient(before.toString(), async (client) => {
      await client.query(
        "create table cart (id int generated always as identity primary key, a int)",
      );
      await client.query("create table ledger_posting (id int primary key)");
      await client.query(
        "create function ledger_append_only() returns trigger language plpgsql as 'begin return null; end'",
      );
      await client.query(
        "create trigger t before update on ledger_posting for each row execute function ledger_append_only()",
      );
      await client.query("insert into ledger_posting values (1)");
    });
    const access = await ensureOwnDatabase(superuser(), TEST_SECRETS, name);
    expect(await grantApplication(access)).toBe(true);
    expect(await grantApplication(access)).toBe(true);
    await withClient(access.url, async (client) => {
      await client.query("insert into cart (a) values (1)");
      await client.query("update cart set a = 2");
      await client.query("insert into ledger_posting values (2)");
      await expect(client.query("update ledger_posting set id = 3")).rejects.toThrow("denied");
      await expect(client.query("drop table cart")).rejects.toThrow("must be owner");
    });
    await withClient(access.ownerUrl, async (client) => {
      await client.query("create table later (id int)");
    });
    await withClient(access.url, async (client) => {
      await client.query("insert into later values (1)");
    });
  });

  it("stays one role where only DATABASE_URL is given, and says so", async () => {
    const { ownerUrl } = await ensureOwnDatabase(superuser(), TEST_SECRETS, name);
    expect(await grantApplication({ url: ownerUrl, ownerUrl })).toBe(false);
  });
});
