/** The ways of a complaint: turned down, taken to the operator, left unanswered; too early, too late, by the wrong one. */
import { z } from "zod";

import { complaintReplySchema, complaintsReplySchema } from "@yigou/backend/contract";

import { complaintOf, wrongComplaints } from "../../lists/after-sale";
import { changed } from "../../lists/changed";
import { deliver, order, speaker } from "../after-sale";
import { type ComplaintDesk, openDesk, rejection } from "../complaint-desk";
import { until } from "../shop";
import { refusalOf, replyOf } from "../visitor";

let desk: ComplaintDesk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.shop.close());

describe("a rejection", () => {
  it("goes to the operator once, who decides; the decision is the last word", async () => {
    const { line, opened, step } = await desk.box();
    const { id } = await opened(complaintOf(line(desk.honey), { wish_fen: 5000 }));
    expect(refusalOf(await step(id, { verb: "escalate" }))).toBe("409 state_conflict");
    const { complaint } = replyOf(await desk.answer(id, rejection), complaintReplySchema);
    expect(complaint).toMatchObject({ state: "rejected", may_escalate: true });
    const both = await Promise.all([
      step(id, { verb: "escalate", text: "照片就是这一箱。" }),
      step(id, { verb: "escalate" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const waiting = await desk.operator.get("/admin/complaints?waiting=1&limit=100");
    const { complaints } = replyOf(waiting, complaintsReplySchema);
    expect(complaints.find((one) => one.id === id)?.state).toBe("escalated");
    const grant = { verb: "refund", text: "照片可信，退一部分。" };
    expect(refusalOf(await desk.decide(id, { ...grant, amount_fen: 6801 }))).toBe(
      "400 complaint_amount",
    );
    const decided = replyOf(
      await desk.decide(id, { ...grant, amount_fen: 6000 }),
      complaintReplySchema,
    );
    expect(decided.complaint).toMatchObject({ state: "refunded", refund_fen: 6000 });
    expect(refusalOf(await desk.decide(id, { verb: "dismiss", text: "改主意了。" }))).toBe(
      "409 state_conflict",
    );
    expect(refusalOf(await step(id, { verb: "withdraw" }))).toBe("409 state_conflict");
  });

  it("stands when its time is over, and the operator's dismissal uses the units up", async () => {
    const { line, opened, step, complain, look: care } = await desk.box();
    const left = await opened(complaintOf(line(desk.oranges)));
    replyOf(await desk.answer(left.id, rejection), complaintReplySchema);
    await desk.overdue(left.id);
    expect(refusalOf(await step(left.id, { verb: "escalate" }))).toMatch(
      /409 (complaint_too_late|state_conflict)/,
    );
    await until(care, ({ complaints }) => complaints[0]?.state === "closed");
    const { id } = await opened(complaintOf(line(desk.honey)));
    replyOf(await desk.answer(id, rejection), complaintReplySchema);
    replyOf(await step(id, { verb: "escalate" }), complaintReplySchema);
    replyOf(await desk.decide(id, { verb: "dismiss", text: "看不出问题。" }), complaintReplySchema);
    expect(refusalOf(await complain(complaintOf(line(desk.honey))))).toBe("400 complaint_too_many");
    expect(await desk.refundsOf(id)).toEqual([]);
  });
});

describe("silence of the seller", () => {
  it("takes the complaint to the operator; the seller's answer then comes too late", async () => {
    const { line, opened, look: care } = await desk.box();
    const { id } = await opened(complaintOf(line(desk.honey)));
    await desk.overdue(id);
    expect(refusalOf(await desk.answer(id, rejection))).toMatch(
      /409 (complaint_too_late|state_conflict)/,
    );
    const { complaints } = await until(care, (now) => now.complaints[0]?.state === "escalated");
    expect(complaints[0]?.history.at(-1)).toMatchObject({ party: "clock", state: "escalated" });
    expect(complaints[0]?.due_at).not.toBeNull();
  });
});

describe("a complaint is refused", () => {
  it("before the delivery, and after its window, which is shorter for what is fresh", async () => {
    const bought = await order(desk.guest, [[desk.oranges, 1]]);
    const { line, complain, look: care } = speaker(desk.guest, bought);
    expect(refusalOf(await complain(complaintOf(line(desk.oranges))))).toBe("409 not_received");
    await deliver(desk.seller, bought.order.id);
    const [own] = (await care()).lines;
    const days = (Date.parse(own?.complain_until ?? "") - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(3);
    await desk.sql(
      `update fulfillment f set delivered_at = now() - interval '3 days 1 minute' from order_fulfillment o
        where o.fulfillment_id = f.id and o.order_id = $1 returning f.id`,
      [bought.order.id],
    );
    expect(refusalOf(await complain(complaintOf(line(desk.oranges))))).toBe(
      "409 complaint_too_late",
    );
    expect((await care()).lines[0]).toMatchObject({ complainable: 0, worth_fen: 0 });
  });

  it("from a stranger, about a strange line, a second time at once, for too much", async () => {
    const { order: bought, line, complain, opened, step, look: care } = await desk.box();
    const body = complaintOf(line(desk.oranges));
    const path = `/store/orders/${bought.id}/complaints`;
    expect(refusalOf(await desk.guest.post(path, body))).toBe("404 not_found");
    const stranger = await desk.shop.visitor("buyer");
    expect(refusalOf(await stranger.post(path, body))).toBe("404 not_found");
    expect(refusalOf(await complain(complaintOf("ordli_unknown")))).toBe("404 not_found");
    expect(refusalOf(await complain({ ...body, quantity: 3 }))).toBe("400 complaint_too_many");
    expect(refusalOf(await complain({ ...body, wish_fen: 3991 }))).toBe("400 complaint_amount");
    expect(refusalOf(await complain({ ...body, text: "打我电话 13800138000" }))).toBe(
      "400 personal_data",
    );
    const both = await Promise.all([complain(body), complain(body)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const [made] = (await care()).complaints;
    const other = await desk.box();
    expect(refusalOf(await other.step(made?.id ?? "", { verb: "withdraw" }))).toBe("404 not_found");
    replyOf(await step(made?.id ?? "", { verb: "withdraw" }), complaintReplySchema);
    expect((await opened(body)).state).toBe("open");
  });

  it.each(wrongComplaints)("with %s", async (_what, path, value) => {
    const bought = await order(desk.guest, [[desk.oranges, 1]]);
    const { line, complain } = speaker(desk.guest, bought);
    const refused = await complain(changed(complaintOf(line(desk.oranges)), path, value));
    expect(refusalOf(refused)).toBe("400 invalid_input");
  });

  it("by the wrong seller, and answered by nobody who does not keep the books", async () => {
    const { line, opened } = await desk.box();
    const { id } = await opened(complaintOf(line(desk.oranges)));
    const other = await desk.shop.visitor("cooperative_other");
    expect(refusalOf(await desk.answer(id, { verb: "accept" }, other))).toBe("404 not_found");
    const account = {
      email: `staff-${Date.now().toString()}@example.com`,
      password: "orange-tree-1",
    };
    const member = { name: "周䶮", role: "staff", ...account };
    replyOf(await desk.seller.post("/cooperative/members", member), z.unknown());
    const login = await desk.guest.post("/auth/cooperative/emailpass", account);
    const { token } = replyOf(login, z.object({ token: z.string() }));
    const headers = { authorization: `Bearer ${token}` };
    const path = `/cooperative/complaints/${id}/answer`;
    const refused = await desk.guest.post(path, { verb: "accept" }, { headers });
    expect(refusalOf(refused)).toBe("403 forbidden_action");
    expect(refusalOf(await desk.decide(id, { verb: "dismiss", text: "还没轮到。" }))).toBe(
      "409 state_conflict",
    );
  });
});
