/** Ten failures in a quarter of an hour, counted over all processes, then the door is shut. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import knex from "knex";

import { DoorkeeperService, MAX_FAILURES } from "../../../backend/src/modules/doorkeeper/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let door: DoorkeeperService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 16 } });
  door = new DoorkeeperService({ __pg_connection__: pg });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

beforeEach(() => pg.raw("delete from login_attempt"));

const shut = (answers: ({ ids: string[] } | { wait_s: number })[]) =>
  answers.filter((answer) => "wait_s" in answer);

describe("the door", () => {
  it("stays shut after ten failures, from whatever address they come", async () => {
    for (let n = 0; n < MAX_FAILURES; n += 1) {
      const answer = await door.knock({
        account: "customer:a@example.com",
        address: `10.0.0.${n}`,
      });
      expect(answer).toHaveProperty("ids");
    }
    const next = await door.knock({ account: "customer:a@example.com", address: "10.0.1.1" });
    expect(next).toHaveProperty("wait_s");
    expect("wait_s" in next ? next.wait_s : 0).toBeGreaterThan(800);
    expect(await door.knock({ account: "customer:b@example.com", address: null })).toHaveProperty(
      "ids",
    );
  });

  it("cannot be rushed: of forty tries at once no more than ten pass", async () => {
    const tries = Array.from({ length: 40 }, () =>
      door.knock({ account: "customer:a@x.cn", address: null }),
    );
    const answers = await Promise.all(tries);
    expect(answers.length - shut(answers).length).toBeLessThanOrEqual(MAX_FAILURES);
  });

  it("shuts for an address that tries many accounts", async () => {
    const answers = [];
    for (let n = 0; n < 12; n += 1)
      answers.push(await door.knock({ account: `customer:${n}`, address: "10.9.9.9" }));
    expect(shut(answers)).toHaveLength(2);
  });

  it("opens again after a good login and after the quarter of an hour", async () => {
    const knock = { account: "customer:a@example.com", address: null };
    for (let n = 0; n < 9; n += 1) await door.knock(knock);
    const good = await door.knock(knock);
    if (!("ids" in good)) throw new Error("shut too early");
    await door.welcome(good.ids, knock);
    for (let n = 0; n < 10; n += 1) expect(await door.knock(knock)).toHaveProperty("ids");
    await pg.raw("update login_attempt set at = at - interval '16 minutes'");
    expect(await door.knock(knock)).toHaveProperty("ids");
  });

  it("keeps no e-mail address and no network address", async () => {
    await door.knock({ account: "customer:zhang@example.com", address: "10.1.2.3" });
    const { rows } = await pg.raw<{ rows: unknown[] }>("select * from login_attempt");
    expect(JSON.stringify(rows)).not.toMatch(/zhang|example|10\.1\.2\.3/);
  });
});
