/** The roster in the database. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { RosterModuleService } from "../../../backend/src/modules/roster/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let roster: RosterModuleService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 4 } });
  roster = new RosterModuleService({ __pg_connection__: pg });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

const input = {
  name: "李干部",
  email: "li@roster.example.com",
  division_code: "999999101000",
  role: "township_official" as const,
};

it("an official sees the prefix of the post, and is on the roster once", async () => {
  const official = await roster.appoint(input);
  expect(official).toMatchObject({
    division_code: "999999101",
    role: "township_official",
    active: true,
  });
  await expect(roster.appoint(input)).rejects.toMatchObject({ code: "account_exists" });
  const twice = await Promise.allSettled(
    [1, 2].map(() => roster.appoint({ ...input, email: "b@example.com" })),
  );
  expect(twice.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

it("who is not in office, or not there, is nobody", async () => {
  const official = await roster.appoint({ ...input, email: "c@example.com" });
  expect(await roster.inOffice(official.id)).toEqual(official);
  await pg("official").where({ id: official.id }).update({ active: false });
  expect(await roster.inOffice(official.id)).toBeNull();
  expect(await roster.inOffice("off_nobody")).toBeNull();
});
