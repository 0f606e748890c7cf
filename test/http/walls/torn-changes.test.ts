/** Changes of orders that were begun and never finished: nothing is given back beside them half-way. */
import { randomUUID } from "node:crypto";

import { signBody } from "../../../backend/src/modules/inbox/signature";
import { TEST_SECRETS } from "../../support/world";
import { expectLedgerOk } from "../ledger";
import { buyOne, until } from "../shop";
import { TornShop } from "./torn-shop";

let torn: TornShop;

beforeAll(async () => {
  torn = await TornShop.open();
});
afterAll(() => torn.shop.close());

const told = async (order_id: string, type: string): Promise<string> => {
  const session_id = await torn.one(
    `select s.id as v from payment_session s join order_payment_collection l
       on l.payment_collection_id = s.payment_collection_id where l.order_id = $1`,
    [order_id],
  );
  const word = { event_id: `evt_${randomUUID()}`, type, session_id };
  const signature = signBody(
    JSON.stringify(word),
    TEST_SECRETS.YIGOU_WEBHOOK_SECRET,
    Math.floor(Date.now() / 1000),
  );
  const headers = { "x-yigou-signature": signature };
  expect((await torn.guest.post("/hooks/payment/sandbox_local", word, { headers })).status).toBe(
    200,
  );
  return word.event_id;
};

describe("an order with an edit that nobody finished", () => {
  it("is cancelled when its payment fails, and the notification is done", async () => {
    const { order } = await torn.pending();
    await torn.operator.do("order-edits", { order_id: order.id });
    const event_id = await told(order.id, "payment.failed");
    await until(
      () => torn.statusOf(order.id),
      (status) => status === "canceled",
    );
    await until(
      () => torn.one(`select state as v from inbox_event where event_id = $1`, [event_id]),
      (state) => state === "done",
    );
  });

  it("gives no money back half-way: a refund and a cancellation are refused before anything moves", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id);
    const [payment_id = ""] = await torn.operator.payments(order.id);
    await torn.operator.do("order-edits", { order_id: order.id });
    expect(await torn.operator.refund(payment_id, 10)).toBe(409);
    const canceled = await torn.operator.visitor.post(`/admin/orders/${order.id}/cancel`, {});
    expect([canceled.status, canceled.text.includes("order_change_open")]).toEqual([409, true]);
    const moved = await torn.one(`select count(*) as v from refund where payment_id = $1`, [
      payment_id,
    ]);
    expect(moved).toBe("0");
    await torn.sql(`update order_change set status = 'canceled' where order_id = $1`, [order.id]);
    expect(await torn.operator.refund(payment_id, 10)).toBe(200);
  });

  it("is freed by itself when it was Medusa's own note of a refund that died", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id);
    const [payment_id = ""] = await torn.operator.payments(order.id);
    await torn.sql(
      `insert into order_change (id, order_id, version, status, change_type, created_at)
       values ($1, $2, 2, 'pending', 'credit_line', now() - interval '5 minutes')`,
      [`ordch_${randomUUID()}`, order.id],
    );
    await until(
      () => torn.operator.refund(payment_id, 10),
      (status) => status === 200,
    );
  });

  it("is freed by itself when it was a buyer's return that died before it was filed", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id);
    const [payment_id = ""] = await torn.operator.payments(order.id);
    await torn.operator.do("returns", {
      order_id: order.id,
      location_id: await torn.operator.place(),
    });
    expect(await torn.operator.refund(payment_id, 10)).toBe(409);
    await torn.sql(
      `update order_change set created_by = 'buyer', created_at = now() - interval '5 minutes' where order_id = $1`,
      [order.id],
    );
    await until(
      () => torn.operator.refund(payment_id, 10),
      (status) => status === 200,
    );
  });

  it("lets nobody in who is not logged in", async () => {
    expect((await torn.guest.post("/admin/payments/pay_1/refund", {})).status).toBe(401);
    expect((await torn.guest.post("/admin/orders/order_1/cancel", {})).status).toBe(401);
  });
});

it("leaves a ledger that verifies", async () => {
  await buyOne(torn.guest, torn.goods.variant_id);
  await expectLedgerOk(torn.shop.house.database);
});
