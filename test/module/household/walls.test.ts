/** The second wall: what the database itself shows, whatever a query forgets. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { HouseholdModuleService } from "../../../backend/src/modules/household/service";
import { withClient } from "../../../backend/local/database";
import { freshDatabase, type TestDatabase } from "../../support/postgres";
import { household, numbersOf } from "../../unit/household/household";

const HERE = "999999101200";
const THERE = "999999102200";
const TABLES = ["household", "household_member", "household_private"] as const;

let database: TestDatabase;
/** One connection, so that what one transaction leaves behind meets the next. */
let pg: Knex;
let households: HouseholdModuleService;
let here: string;
let there: string;

interface Rows<T> {
  rows: T[];
}

async function countOf(db: Knex, table: string): Promise<number> {
  const found = await db.raw<Rows<{ count: number }>>(`select count(*)::int as count from ??`, [
    table,
  ]);
  return found.rows[0]?.count ?? -1;
}

async function divisionsSeen(db: Knex): Promise<string[]> {
  const found = await db.raw<Rows<{ division_code: string }>>(
    `select distinct division_code from household order by 1`,
  );
  return found.rows.map((row) => row.division_code);
}

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 1, max: 1 } });
  households = new HouseholdModuleService({ __pg_connection__: pg });
  const [a, b] = await households.register([
    household({ division_code: HERE }, 1),
    household({ division_code: THERE }, 2),
  ]);
  here = a?.id ?? "";
  there = b?.id ?? "";
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

describe("the application's own role", () => {
  it("is neither a superuser nor above row level security", async () => {
    const found = await pg.raw<Rows<{ above: boolean }>>(
      `select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user`,
    );
    expect(found.rows).toEqual([{ above: false }]);
  });

  it.each(TABLES)("sees no row of %s that it does not ask for by a scope", async (table) => {
    expect(await countOf(pg, table)).toBe(0);
    await households.withScope(HERE, (trx) => countOf(trx, table));
    await households.asSystem((trx) => countOf(trx, table));
    expect(await countOf(pg, table)).toBe(0);
  });

  it.each(TABLES)("sees of %s what hangs on the households of its scope", async (table) => {
    const seen = await households.withScope(HERE, (trx) => countOf(trx, table));
    expect(seen).toBe(table === "household_member" ? 2 : 1);
  });
});

describe("a raw select that forgets the scope", () => {
  it("shows one place to its own scope and both to the place above", async () => {
    expect(await households.withScope(HERE, divisionsSeen)).toEqual([HERE]);
    expect(await households.withScope("999999", divisionsSeen)).toEqual([HERE, THERE]);
  });

  it.each(["", "9", "%", "99%", "______", "999999101200 ", "350583", "999999101200' or '1'='1"])(
    "shows nothing of them to the scope «%s»",
    async (scope) => {
      const seen = await households.withScope(scope, divisionsSeen);
      expect(seen.filter((code) => code.startsWith("999999"))).toEqual([]);
    },
  );

  it("does not mix two scopes that read at once", async () => {
    const pool = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 8 } });
    const many = new HouseholdModuleService({ __pg_connection__: pool });
    const scopes = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? HERE : THERE));
    const seen = await Promise.all(scopes.map((scope) => many.withScope(scope, divisionsSeen)));
    expect(seen).toEqual(scopes.map((scope) => [scope]));
    await pool.destroy();
  });
});

describe("a write from another scope", () => {
  it("changes nothing", async () => {
    const changed = await households.withScope(HERE, (trx) =>
      trx("household").where({ id: there }).update({ type: "five_guarantee" }),
    );
    expect(changed).toBe(0);
  });

  it("cannot move a household out of the scope or put one in elsewhere", async () => {
    const move = households.withScope(HERE, (trx) =>
      trx("household").where({ id: here }).update({ division_code: THERE }),
    );
    await expect(move).rejects.toThrow(/row-level security/);
    const member = {
      id: "hhm_x",
      household_id: there,
      name: "某",
      relation: "other",
      joined_on: "2026-01-01",
    };
    const put = households.withScope(HERE, (trx) => trx("household_member").insert(member));
    await expect(put).rejects.toThrow(/row-level security/);
  });
});

describe("private numbers", () => {
  it("stand nowhere in the tables as they are", async () => {
    const dump = await withClient(database.superuserUrl, async (client) => {
      const texts: string[] = [];
      for (const table of TABLES) {
        const found = await client.query<{ text: string }>(
          `select t::text as text from ${table} t`,
        );
        texts.push(...found.rows.map((row) => row.text));
      }
      return texts.join("\n");
    });
    expect(dump).toContain(here);
    for (const serial of [1, 2]) {
      for (const number of Object.values(numbersOf(serial))) expect(dump).not.toContain(number);
    }
    expect(dump).toMatch(/v1\.[0-9a-f]{8}\./);
  });

  it.each(["id_number", "phone", "bank_card"] as const)(
    "the %s opens within the scope and nowhere else",
    async (field) => {
      expect(await households.privateNumber(HERE, here, field)).toBe(numbersOf(1)[field]);
      expect(await households.privateNumber(THERE, here, field)).toBeNull();
      expect(await households.privateNumber("35", here, field)).toBeNull();
    },
  );

  it("do not open when one household's are copied to another", async () => {
    await withClient(database.superuserUrl, (client) =>
      client.query(
        `update household_private set phone_sealed = (select phone_sealed from household_private where household_id = $1)
         where household_id = $2`,
        [here, there],
      ),
    );
    await expect(households.privateNumber(THERE, there, "phone")).rejects.toThrow();
  });
});

describe("a household file", () => {
  it.each(TABLES)("is never deleted: %s", async (table) => {
    await expect(households.asSystem((trx) => trx(table).delete())).rejects.toThrow(
      /never deleted/,
    );
    const empty = households.asSystem((trx) => trx.raw(`truncate ?? cascade`, [table]));
    await expect(empty).rejects.toThrow(/permission denied/);
    const emptiedByOwner = withClient(database.ownerUrl, (client) =>
      client.query(`truncate ${table} cascade`),
    );
    await expect(emptiedByOwner).rejects.toThrow(/never deleted/);
    const byRoot = withClient(database.superuserUrl, (client) =>
      client.query(`delete from ${table}`),
    );
    await expect(byRoot).rejects.toThrow(/never deleted/);
  });
});
