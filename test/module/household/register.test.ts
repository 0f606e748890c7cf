/** Registering and reading household files. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { HouseholdModuleService } from "../../../backend/src/modules/household/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";
import { household, member, numbersOf } from "../../unit/household/household";

const SCOPE = "999999";
const ALL = { limit: 100, offset: 0 };

let database: TestDatabase;
let pg: Knex;
let households: HouseholdModuleService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 8 } });
  households = new HouseholdModuleService({ __pg_connection__: pg });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

async function registerOne(over: Parameters<typeof household>[0], serial: number) {
  const [one] = await households.register([household(over, serial)]);
  if (!one) throw new Error("nothing was registered");
  return one;
}

describe("registering", () => {
  it("takes three hundred at once, and the second time changes nothing", async () => {
    const files = Array.from({ length: 300 }, (_, at) => household({}, 1000 + at));
    const first = await households.register(files);
    const again = await households.register(files);
    expect(first.map((one) => one.code)).toEqual(files.map((file) => file.code));
    expect(first.every((one) => one.created)).toBe(true);
    expect(again).toEqual(first.map((one) => ({ ...one, created: false })));
  });

  it("gives each household once when two imports run at the same time", async () => {
    const files = Array.from({ length: 40 }, (_, at) => household({}, 2000 + at));
    const [a, b] = await Promise.all([households.register(files), households.register(files)]);
    expect(a.map((one) => one.id)).toEqual(b.map((one) => one.id));
    expect(a.filter((one) => one.created).length + b.filter((one) => one.created).length).toBe(40);
  });

  it("refuses an alias that belongs to another household, and then none of the import stands", async () => {
    await registerOne({}, 1);
    const files = [household({}, 2), household({ alias: household({}, 1).alias }, 3)];
    await expect(households.register(files)).rejects.toMatchObject({ code: "state_conflict" });
    const { households: found } = await households.list(SCOPE, {
      ...ALL,
      q: household({}, 2).code,
    });
    expect(found).toEqual([]);
  });

  it("undone, the household is nowhere; registered again, it is the same one", async () => {
    const { id, code } = await registerOne({}, 4);
    await households.withdraw([id]);
    await households.withdraw([id]);
    expect(await households.file(SCOPE, id)).toBeNull();
    expect((await households.faces([id])).size).toBe(0);
    expect((await households.list(SCOPE, { ...ALL, q: code })).count).toBe(0);
    expect(await registerOne({}, 4)).toEqual({ id, code, created: true });
    expect(await households.isWithin(SCOPE, id)).toBe(true);
  });
});

describe("a file", () => {
  it("shows masked numbers and the members, the present ones first", async () => {
    const gone = member({
      name: "钟小满",
      relation: "son",
      birth_year: 1990,
      left_on: "2021-02-01",
    });
    const { id } = await registerOne({ members: [gone, member({ name: "钟䶮" })] }, 5);
    const file = await households.file(SCOPE, id);
    expect(file).toMatchObject({
      head_name: "钟䶮",
      member_count: 1,
      causes: ["illness"],
      registered_on: "2016-05-01",
    });
    expect(file?.members.map((one) => [one.name, one.left_on])).toEqual([
      ["钟䶮", null],
      ["钟小满", "2021-02-01"],
    ]);
    const { id_number, phone, bank_card } = numbersOf(5);
    expect(file?.id_number_masked).toBe(`990***********${id_number.slice(-4)}`);
    expect(file?.phone_masked).toBe("100****0005");
    expect(file?.bank_card_masked?.slice(-4)).toBe(bank_card.slice(-4));
    for (const number of [id_number, phone, bank_card])
      expect(JSON.stringify(file)).not.toContain(number);
  });

  it.each(["999999102200", "99999910120", "350583"])(
    "of another place is not there for the scope %s, unless the place lies in it",
    async (scope) => {
      const { id } = await registerOne({}, 6);
      const within = "999999101200".startsWith(scope);
      expect((await households.file(scope, id)) !== null).toBe(within);
      expect(await households.isWithin(scope, id)).toBe(within);
    },
  );
});

describe("a list", () => {
  it("finds by head, code or alias, and takes wild cards as what they are", async () => {
    await registerOne({ members: [member({ name: "龚𠮷祥" })] }, 7);
    for (const q of ["𠮷祥", household({}, 7).code, household({}, 7).alias]) {
      expect(
        (await households.list(SCOPE, { ...ALL, q })).households.map((one) => one.head_name),
      ).toEqual(["龚𠮷祥"]);
    }
    for (const q of ["%", "_", "'", "\\"]) {
      expect((await households.list(SCOPE, { ...ALL, q })).count).toBe(0);
    }
  });

  it("pages without losing or repeating one, and counts all", async () => {
    const { count } = await households.list(SCOPE, ALL);
    const codes: string[] = [];
    for (let offset = 0; offset < count; offset += 70) {
      const page = await households.list(SCOPE, { limit: 70, offset });
      codes.push(...page.households.map((one) => one.code));
    }
    expect(new Set(codes).size).toBe(count);
    expect(codes).toHaveLength(count);
  });

  it("of a type holds that type only", async () => {
    await registerOne({ type: "five_guarantee" }, 8);
    const { households: rows, count } = await households.list(SCOPE, {
      ...ALL,
      type: "five_guarantee",
    });
    expect(rows.map((one) => one.type)).toEqual(["five_guarantee"]);
    expect(count).toBe(1);
  });

  it("of suppliers says id, alias and division and no more", async () => {
    const { id } = await registerOne({}, 9);
    const { households: rows } = await households.listSuppliers({
      scope: SCOPE,
      ids: [id],
      ...ALL,
    });
    expect(rows).toEqual([{ id, alias: "测试0009号", division_code: "999999101200" }]);
    const elsewhere = await households.listSuppliers({ scope: "350583", ids: [id], ...ALL });
    expect(elsewhere).toEqual({ households: [], count: 0 });
  });
});
