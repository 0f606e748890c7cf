/** The register of cooperatives: one application for a login and a licence, one decision, from within the area. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { CooperativeService } from "../../../backend/src/modules/cooperative";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let register: CooperativeService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 8 } });
  register = new CooperativeService({ __pg_connection__: pg });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

const login = (name: string) => ({
  auth_identity_id: `authid_${name}`,
  email: `${name}@example.com`,
});

function application(serial: number, division_code = "360722101000") {
  return {
    name: `第${serial}合作社`,
    division_code,
    license_no: `9399000TEST0000${String(serial).padStart(3, "0")}`,
    contact_name: "钟明山",
    contact_phone: "10000000000",
  };
}

const decision = (cooperative_id: string, status: "approved" | "refused", scope = "360722") => ({
  cooperative_id,
  status,
  scope,
  reason: null,
  decided_by: "off_1",
  at: new Date("2026-11-22T00:00:00Z"),
});

describe("an application", () => {
  it("stands as applied until it is decided", async () => {
    const filed = await register.file(login("a"), application(1));
    expect(filed.created).toBe(true);
    expect((await register.find(filed.cooperative_id))?.status).toBe("applied");
  });

  it("is one for each login, also when the button is pressed twice at once", async () => {
    const answers = await Promise.allSettled(
      [2, 3].map((n) => register.file(login("b"), application(n))),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(register.file(login("b"), application(4))).rejects.toMatchObject({
      code: "application_exists",
    });
  });

  it("is one for each licence", async () => {
    await register.file(login("c"), application(5));
    await expect(register.file(login("d"), application(5))).rejects.toMatchObject({
      code: "application_exists",
    });
  });

  it("may be filed again after a refusal, by the same member", async () => {
    const first = await register.file(login("e"), application(6));
    await register.decide(decision(first.cooperative_id, "refused"));
    const again = await register.file(login("e"), application(7));
    expect(again).toEqual({ ...first, created: false });
    expect(await register.find(first.cooperative_id)).toMatchObject({
      status: "applied",
      decided_by: null,
    });
  });

  it("can be withdrawn twice, and never once it is approved", async () => {
    const { cooperative_id } = await register.file(login("f"), application(8));
    await register.decide(decision(cooperative_id, "approved"));
    await register.withdraw(cooperative_id);
    expect(await register.find(cooperative_id)).not.toBeNull();
  });
});

describe("a decision", () => {
  it("is made once, also by two officials at once", async () => {
    const { cooperative_id } = await register.file(login("g"), application(9));
    const answers = await Promise.allSettled(
      (["approved", "refused"] as const).map((status) =>
        register.decide(decision(cooperative_id, status)),
      ),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(register.decide(decision(cooperative_id, "approved"))).rejects.toMatchObject({
      code: "application_decided",
    });
  });

  it.each(["350583", "360723", "36072210100100"])("from %s finds nothing", async (scope) => {
    const { cooperative_id } = await register.file(
      login(`h${scope}`),
      application(Number(scope.slice(-3)) + 300),
    );
    await expect(
      register.decide(decision(cooperative_id, "approved", scope)),
    ).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await register.find(cooperative_id))?.status).toBe("applied");
  });
});
