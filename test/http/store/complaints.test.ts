/** Quality complaints and their money: refunded once, from the households of that line, never more than is left. */
import { z } from "zod";

import { complaintReplySchema, complaintsReplySchema } from "@yigou/backend/contract";

import { complaintOf } from "../../lists/after-sale";
import { taken } from "../after-sale";
import { type ComplaintDesk, offerOf, openDesk, rejection } from "../complaint-desk";
import { expectLedgerOk, look } from "../ledger";
import { creditsOf, type Credits, sumOf, until } from "../shop";
import { refusalOf, replyOf } from "../visitor";

let desk: ComplaintDesk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.shop.close());

const onLine = ({ credits }: Credits, line_id: string) =>
  sumOf(
    credits.filter((one) => one.order_line_id === line_id),
    (one) => one.reversed_fen,
  );

describe("a complaint that the seller accepts", () => {
  it("gives back what was paid, from the households of its line and nobody else's", async () => {
    const { order: bought, token, line, opened, photo, look: care } = await desk.box();
    const photos = [await photo(await taken())];
    const made = await opened(complaintOf(line(desk.oranges), { photos }));
    expect(made).toMatchObject({ state: "open", worth_fen: 3990, wish_fen: 3990, quantity: 1 });
    const list = replyOf(
      await desk.seller.get("/cooperative/complaints?waiting=1"),
      complaintsReplySchema,
    );
    expect(list.complaints.map(({ id }) => id)).toContain(made.id);
    const file = `/cooperative/complaints/${made.id}/photos/${photos[0] ?? ""}`;
    expect((await desk.seller.get(file)).status).toBe(200);
    const other = await desk.shop.visitor("cooperative_other");
    expect(refusalOf(await other.get(file))).toBe("404 not_found");
    const { complaint } = replyOf(
      await desk.answer(made.id, { verb: "accept" }),
      complaintReplySchema,
    );
    expect(complaint).toMatchObject({ state: "refunded", refund_fen: 3990, due_at: null });
    expect(complaint.history.map(({ party, state }) => `${party} ${state}`)).toEqual([
      "buyer open",
      "cooperative agreed",
      "payment refunded",
    ]);
    const after = await until(
      () => creditsOf(desk.guest, bought.id, token),
      (credits) => onLine(credits, line(desk.oranges)) > 0,
    );
    const own = after.credits.filter((one) => one.order_line_id === line(desk.oranges));
    const due = sumOf(own, (one) => one.net_fen) / 2;
    expect(Math.abs(onLine(after, line(desk.oranges)) - due)).toBeLessThanOrEqual(own.length);
    expect(onLine(after, line(desk.honey))).toBe(0);
    for (const { reversals } of own)
      expect(reversals).toMatchObject([{ cause: "quality", borne_by: "household" }]);
    expect((await care()).complaints[0]?.state).toBe("refunded");
  });

  it("is refunded once when accepted twice at once, and the job finds nothing to add", async () => {
    const { line, opened, look: care } = await desk.box();
    const { id } = await opened(complaintOf(line(desk.honey)));
    const both = await Promise.all([
      desk.answer(id, { verb: "accept" }),
      desk.answer(id, { verb: "accept" }),
      desk.answer(id, rejection),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    await until(care, ({ complaints }) =>
      ["refunded", "rejected"].includes(complaints[0]?.state ?? ""),
    );
    const [kept] = (await care()).complaints;
    const given = await desk.refundsOf(id);
    expect(given).toEqual(kept?.state === "refunded" ? [{ fen: 6800 }] : []);
  });

  it("whose refund a crash has kept from it is given once, by the job", async () => {
    const { line, opened, look: care } = await desk.box();
    const { id } = await opened(complaintOf(line(desk.honey)));
    replyOf(await desk.answer(id, { verb: "accept" }), complaintReplySchema);
    // As after a crash between the refund and its note in the complaint.
    await desk.sql(`update complaint set state = 'agreed', refund_fen = null where id = $1`, [id]);
    await until(care, ({ complaints }) => complaints[0]?.state === "refunded");
    expect(await desk.refundsOf(id)).toEqual([{ fen: 6800 }]);
  });
});

describe("an offer of a part", () => {
  it("that the buyer takes is what goes back, and the other units may still be complained about", async () => {
    const { line, opened, step, complain, look: care } = await desk.box();
    const { id } = await opened(complaintOf(line(desk.oranges)));
    expect(refusalOf(await desk.answer(id, offerOf(3990)))).toBe("400 complaint_offer_not_lower");
    replyOf(await desk.answer(id, offerOf(1500)), complaintReplySchema);
    const taken = replyOf(await step(id, { verb: "accept_offer" }), complaintReplySchema);
    expect(taken.complaint).toMatchObject({ state: "refunded", refund_fen: 1500 });
    const lines = (await care()).lines;
    const own = lines.find(({ order_line_id }) => order_line_id === line(desk.oranges));
    expect(own).toMatchObject({ complainable: 1, worth_fen: 3990 });
    const more = complaintOf(line(desk.oranges), { quantity: 2 });
    expect(refusalOf(await complain(more))).toBe("400 complaint_too_many");
    expect((await complain(complaintOf(line(desk.oranges)))).status).toBe(200);
  });

  it("that nobody answers is given when its time is over", async () => {
    const { line, opened, look: care } = await desk.box();
    const { id } = await opened(complaintOf(line(desk.honey)));
    replyOf(await desk.answer(id, offerOf(2000)), complaintReplySchema);
    await desk.overdue(id);
    const { complaints } = await until(care, (now) => now.complaints[0]?.state === "refunded");
    expect(complaints[0]).toMatchObject({ refund_fen: 2000 });
    expect(await desk.refundsOf(id)).toEqual([{ fen: 2000 }]);
  });
});

describe("money that is gone already", () => {
  it("is not given twice: what the operator gave back by hand is not there to accept", async () => {
    const { order: bought, line, opened } = await desk.box();
    const { id } = await opened(complaintOf(line(desk.honey)));
    const payment = await look(
      desk.shop.house.database,
      z.object({ id: z.string() }),
      `select p.id from order_payment_collection o join payment p on p.payment_collection_id = o.payment_collection_id
        where o.order_id = $1`,
      [bought.id],
    );
    const path = `/admin/payments/${payment[0]?.id ?? ""}/refund`;
    expect((await desk.operator.post(path, {})).status).toBe(200);
    expect(refusalOf(await desk.answer(id, { verb: "accept" }))).toBe("409 over_refund");
    replyOf(await desk.answer(id, rejection), complaintReplySchema);
  });

  it("units that are complained about are not sent back as well", async () => {
    const { order: bought, token, line, opened } = await desk.box();
    await opened(complaintOf(line(desk.honey)));
    const items = [{ order_line_id: line(desk.honey), quantity: 1 }];
    const sent = { headers: { "x-order-token": token ?? "" } };
    const refused = await desk.guest.post(`/store/orders/${bought.id}/returns`, { items }, sent);
    expect(refusalOf(refused)).toBe("400 return_too_many");
  });
});

it("leaves a ledger that verifies", async () => {
  const verdict = await expectLedgerOk(desk.shop.house.database);
  expect(verdict.refunded_fen).toBeGreaterThan(0);
});
