/** The register of complaints: one open for a line, steps that only one of two at once makes, steps that stay. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import {
  COMPLAINT_MODULE,
  type Move,
  type NewComplaint,
} from "../../../backend/src/modules/complaint";
import { ComplaintModuleService } from "../../../backend/src/modules/complaint/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let register: ComplaintModuleService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 6 } });
  register = new ComplaintModuleService({ __pg_connection__: pg });
});
afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

let ids = 0;
const now = "2026-11-22T00:00:00.000Z";
const later = "2026-11-26T00:00:00.000Z";

function complaintOf(order_line_id: string, quantity = 1): NewComplaint {
  ids += 1;
  return {
    id: `cpl_${ids.toString()}`,
    order_id: "order_1",
    display_id: 1,
    order_line_id,
    cooperative_id: "coop_1",
    title: "脐橙",
    variant_title: "5 斤",
    quantity,
    reason: "rotten",
    text: "烂了一半",
    worth_fen: 3990 * quantity,
    wish_fen: 3990 * quantity,
    due_at: "2026-11-25T00:00:00.000Z",
    answer_days: 3,
    appeal_days: 7,
    decision_days: 7,
    rule_pack_id: null,
    opened_at: now,
    most: 3,
  };
}

async function open(order_line_id: string, quantity?: number): Promise<string> {
  const complaint = complaintOf(order_line_id, quantity);
  await register.open(complaint, "guest");
  return complaint.id;
}

const accept: Move = {
  from: ["open"],
  to: "agreed",
  party: "cooperative",
  by: "m",
  now,
  agreed_fen: 3990,
};

describe(COMPLAINT_MODULE, () => {
  it("opens one of ten at once about a line", async () => {
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => open("line_once")));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is about no more units than there are, those that were turned down among them", async () => {
    const id = await open("line_units", 2);
    await register.move(id, { from: ["open"], to: "closed", party: "clock", by: "job", now });
    await expect(open("line_units", 2)).rejects.toMatchObject({ code: "complaint_too_many" });
    const withdrawn = await open("line_units", 1);
    await register.move(withdrawn, {
      from: ["open"],
      to: "withdrawn",
      party: "buyer",
      by: "g",
      now,
    });
    await expect(open("line_units", 1)).resolves.toBeTypeOf("string");
  });

  it("makes one of five steps at once", async () => {
    const id = await open("line_steps");
    const all = await Promise.allSettled(
      Array.from({ length: 5 }, () => register.move(id, accept)),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await register.history([id])).map(({ state }) => state)).toEqual(["open", "agreed"]);
  });

  it("knows a step that comes too late, and a clock that comes too early", async () => {
    const id = await open("line_late");
    const answer = { ...accept, deadline: "open", now: later } as const;
    await expect(register.move(id, answer)).rejects.toMatchObject({ code: "complaint_too_late" });
    const clock: Move = {
      from: ["open"],
      to: "closed",
      party: "clock",
      by: "job",
      now,
      deadline: "over",
    };
    await expect(register.move(id, clock)).rejects.toMatchObject({ code: "state_conflict" });
    await expect(register.move(id, { ...clock, now: later })).resolves.toMatchObject({
      state: "closed",
      due_at: null,
    });
  });

  it("never agrees to more than the goods were worth, whatever the application believes", async () => {
    const id = await open("line_worth");
    const much: Move = { ...accept, agreed_fen: 3991 };
    await expect(register.move(id, much)).rejects.toThrow(/check/);
    const { rows } = await pg.raw<{ rows: { state: string }[] }>(
      `select state from complaint where id = ?`,
      [id],
    );
    expect(rows[0]?.state).toBe("open");
  });

  it("keeps complaints and their steps", async () => {
    const id = await open("line_kept");
    await expect(pg.raw(`delete from complaint where id = ?`, [id])).rejects.toThrow(/kept/);
    for (const verb of ["delete from complaint_event", "update complaint_event set text = 'x'"])
      await expect(pg.raw(`${verb} where complaint_id = ?`, [id])).rejects.toThrow(/kept/);
  });

  it("lists what waits first, the next deadline at the top", async () => {
    const wanted = { cooperative_id: "coop_1", waits_in: ["open"], only: false } as const;
    const { complaints, waiting } = await register.list(wanted, { limit: 50, offset: 0 });
    expect(complaints.slice(0, waiting).every(({ state }) => state === "open")).toBe(true);
    expect(complaints.slice(waiting).some(({ state }) => state === "open")).toBe(false);
    const none = await register.list(
      { ...wanted, cooperative_id: "coop_2" },
      { limit: 5, offset: 0 },
    );
    expect(none).toEqual({ complaints: [], count: 0, waiting: 0 });
  });
});
