/** Work units: who may buy for which. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { WorkUnitService } from "../../../backend/src/modules/work-unit";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let units: WorkUnitService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 4 } });
  units = new WorkUnitService({ __pg_connection__: pg });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

const unit = (name: string, ...customers: string[]) => ({
  name,
  division_code: "350583000000",
  members: customers.map((customer_id) => ({ customer_id, role: "buyer" as const })),
});

describe("a membership", () => {
  it("is the customer's own: of several units, and of no other's", async () => {
    const first = await units.create(unit("甲单位", "cus_1", "cus_2"));
    const second = await units.create(unit("乙单位", "cus_1"));
    expect((await units.membershipsOf("cus_1")).map(({ id }) => id).toSorted()).toEqual(
      [first, second].toSorted(),
    );
    expect(await units.membershipsOf("cus_2")).toEqual([
      { id: first, name: "甲单位", role: "buyer" },
    ]);
    expect(await units.membershipsOf("cus_3")).toEqual([]);
  });

  it("ends with the unit, which can be removed twice", async () => {
    const id = await units.create(unit("丙单位", "cus_4"));
    await units.remove(id);
    await units.remove(id);
    expect(await units.membershipsOf("cus_4")).toEqual([]);
  });

  it("is one for each customer, or the unit is not made at all", async () => {
    await expect(units.create(unit("丁单位", "cus_5", "cus_5"))).rejects.toThrow();
    expect(await units.membershipsOf("cus_5")).toEqual([]);
  });
});
