/** A notification is stored once, worked on by one at a time, and tried again after a failure. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import knex from "knex";

import { MAX_ATTEMPTS } from "../../../backend/src/modules/inbox/event-table";
import { InboxService } from "../../../backend/src/modules/inbox/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let inbox: InboxService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 8 } });
  inbox = new InboxService({ __pg_connection__: pg });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

beforeEach(() => pg.raw("delete from inbox_event"));

const event = { provider: "sandbox_local", event_id: "evt_1", body: { event_id: "evt_1" } };

async function due(): Promise<void> {
  await pg.raw("update inbox_event set next_try_at = now() - interval '1 second'");
}

describe("a payment notification", () => {
  it("that comes eight times at once is stored once", async () => {
    const stored = await Promise.all(Array.from({ length: 8 }, () => inbox.store(event)));
    expect(stored.filter(Boolean)).toHaveLength(1);
  });

  it("is given to one of many workers", async () => {
    await inbox.store(event);
    const taken = await Promise.all(Array.from({ length: 8 }, () => inbox.take(5)));
    expect(taken.flat().map((one) => [one.event_id, one.attempts])).toEqual([["evt_1", 1]]);
  });

  it("that failed is tried again later, not at once", async () => {
    await inbox.store(event);
    const [first] = await inbox.take(1);
    if (!first) throw new Error("nothing to take");
    expect(await inbox.failed(first, "sold_out")).toBe("waiting");
    expect(await inbox.take(1)).toEqual([]);
    await due();
    expect((await inbox.take(1))[0]?.attempts).toBe(2);
  });

  it("waits for a person after too many tries", async () => {
    await inbox.store(event);
    const [first] = await inbox.take(1);
    if (!first) throw new Error("nothing to take");
    expect(await inbox.failed({ ...first, attempts: MAX_ATTEMPTS }, "sold_out")).toBe("dead");
    await due();
    expect(await inbox.take(1)).toEqual([]);
  });

  it("that waits for a person is shown with its reason, and tried again when the person says so", async () => {
    await inbox.store(event);
    const [first] = await inbox.take(1);
    if (!first) throw new Error("nothing to take");
    expect(await inbox.revive(event)).toBe(false);
    await inbox.failed({ ...first, attempts: MAX_ATTEMPTS }, "sold_out");
    const page = { limit: 10, offset: 0 };
    const { events, count } = await inbox.listFailing(page);
    expect(count).toBe(1);
    expect(events[0]).toMatchObject({ event_id: "evt_1", state: "dead", last_error: "sold_out" });
    expect(await inbox.revive(event)).toBe(true);
    expect(await inbox.revive(event)).toBe(false);
    const [again] = await inbox.take(1);
    expect(again?.attempts).toBe(1);
    if (again) await inbox.done(again);
    expect(await inbox.listFailing(page)).toEqual({ events: [], count: 0 });
  });

  it("that is done is never taken again, even when it is sent again", async () => {
    await inbox.store(event);
    const [first] = await inbox.take(1);
    if (!first) throw new Error("nothing to take");
    await inbox.done(first);
    expect(await inbox.store(event)).toBe(false);
    await due();
    expect(await inbox.take(1)).toEqual([]);
  });

  it("of a worker that was killed goes to another one", async () => {
    await inbox.store(event);
    await inbox.take(1);
    await due();
    expect((await inbox.take(1))[0]?.event_id).toBe("evt_1");
  });
});
