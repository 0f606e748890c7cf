/** The register of reviews: one a line, ratings that follow in the same transaction, deeds that stay. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { REVIEW_MODULE, type NewReview } from "../../../backend/src/modules/review";
import { ReviewModuleService } from "../../../backend/src/modules/review/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let register: ReviewModuleService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 6 } });
  register = new ReviewModuleService({ __pg_connection__: pg });
});
afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

const reviewOf = (id: string, more: Partial<NewReview> = {}): NewReview => ({
  id,
  order_id: "order_1",
  order_line_id: `line_${id}`,
  product_id: "prod_1",
  cooperative_id: "coop_1",
  stars: 5,
  text: "很甜，孩子爱吃",
  by_name: "李**",
  variant_title: "5 斤",
  photos: [],
  written_at: "2026-11-22T00:00:00.000Z",
  ...more,
});

const hiding = { hidden: true, reason: "广告", by: "user:1", photos: [] };

describe(REVIEW_MODULE, () => {
  it("counts every one of many at once", async () => {
    const goods = { product_id: "prod_many" };
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        register.write(
          reviewOf(`many_${at.toString()}`, { ...goods, stars: 1 + (at % 5) }),
          "guest",
        ),
      ),
    );
    expect(await register.rating("prod_many")).toEqual({
      count: 20,
      mean_hundredths: 300,
      by_stars: [4, 4, 4, 4, 4],
    });
  });

  it("keeps one for a line and counts it once, whoever else comes at the same moment", async () => {
    const more = { order_line_id: "line_same", product_id: "prod_same" };
    const all = await Promise.allSettled(
      Array.from({ length: 6 }, (_, at) =>
        register.write(reviewOf(`same_${at.toString()}`, more), "g"),
      ),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await register.rating("prod_same")).count).toBe(1);
  });

  it("is counted out once when it is hidden, and in again when it is shown", async () => {
    await register.write(reviewOf("hidden", { product_id: "prod_hidden", stars: 2 }), "g");
    await Promise.all([register.setHidden("hidden", hiding), register.setHidden("hidden", hiding)]);
    expect((await register.rating("prod_hidden")).count).toBe(0);
    expect(await register.shown("prod_hidden", { limit: 5, offset: 0 })).toEqual([]);
    await register.setHidden("hidden", { ...hiding, hidden: false, photos: ["/static/a.jpg"] });
    expect(await register.rating("prod_hidden")).toMatchObject({ count: 1, mean_hundredths: 200 });
    expect((await register.find("hidden"))?.photos).toEqual(["/static/a.jpg"]);
  });

  it("keeps reviews and what was done with them", async () => {
    await register.write(reviewOf("kept"), "g");
    await expect(pg.raw(`delete from review where id = 'kept'`)).rejects.toThrow(/kept/);
    for (const verb of ["delete from review_event", "update review_event set reason = 'x'"])
      await expect(pg.raw(`${verb} where review_id = 'kept'`)).rejects.toThrow(/kept/);
  });
});
