/** One purchase for twenty people: one payment, a box each, credited once, a box refunded falls back by itself. */
import { z } from "zod";

import { cooperativeOrderReplySchema, giftReplySchema } from "@yigou/backend/contract";

import { checkoutOf } from "../../lists/checkouts";
import { giftOf, personOf } from "../../lists/gifts";
import { expectLedgerOk, look } from "../ledger";
import {
  buy,
  creditsOf,
  type Listed,
  listGoods,
  openShop,
  type Shop,
  sumOf,
  until,
  untilCredited,
  withKey,
} from "../shop";
import { Operator } from "../operator/deeds";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  goods = await listGoods(seller, { price_fen: 3990, stock: 500 });
});
afterAll(() => shop.close());

const tokenOf = (token: string | undefined) => ({ headers: { "x-order-token": token ?? "" } });
const giftAt = async (who: Visitor, path: string, sent = {}) =>
  replyOf(await who.get(path, sent), giftReplySchema).gift;
const parcel = (n: number) => ({ carrier: "中国邮政", tracking_number: `YZ2000000${10 + n}` });

describe("a gift to twenty colleagues", () => {
  it("is one order, one payment, twenty boxes, and is credited once to the fen", async () => {
    const key = withKey();
    const body = { ...giftOf(goods.variant_id, 20), expected_total_fen: 20 * 3990 };
    const [first, second] = await Promise.all([
      guest.post("/store/checkout", body, key),
      guest.post("/store/checkout", body, key),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    const { order, token } = await buy(guest, body, key);
    expect(order).toMatchObject({ total_fen: 79_800, paid_fen: 79_800, gift_recipients: 20 });
    expect(order.lines).toHaveLength(20);
    const { credits, total_net_fen } = await untilCredited(guest, order.id, token);
    expect(sumOf(credits, (credit) => credit.gross_fen)).toBe(79_800);
    // Each box by itself: 39.90 less 10 % service, packing 2.00, freight 1.99.
    expect(total_net_fen).toBe(20 * (3990 - 399 - 399));
    const gift = await giftAt(guest, `/store/orders/${order.id}/gift`, tokenOf(token));
    expect(gift.recipients.map(({ address }) => address)).toEqual(
      Array.from({ length: 20 }, (_, n) => personOf(n + 1)),
    );
    expect(gift.message).toContain("新年好");
  });

  it("ships and arrives box by box, and is earned box by box", async () => {
    const { order, token } = await buy(guest, giftOf(goods.variant_id, 3));
    await untilCredited(guest, order.id, token);
    const path = `/cooperative/orders/${order.id}`;
    const gift = await giftAt(seller, `${path}/gift`);
    const [one, two] = gift.recipients;
    const linesOf = (person: typeof one) => (person?.lines ?? []).map(({ id }) => id);
    for (const [n, person] of [one, two].entries()) {
      const items = linesOf(person).map((order_line_id) => ({ order_line_id, quantity: 1 }));
      replyOf(
        await seller.post(`${path}/ship`, { ...parcel(n), items }),
        cooperativeOrderReplySchema,
      );
    }
    const arrived = { order_line_ids: linesOf(one) };
    replyOf(await seller.post(`${path}/deliver`, arrived), cooperativeOrderReplySchema);
    const after = await giftAt(guest, `/store/orders/${order.id}/gift`, tokenOf(token));
    expect(after.recipients.map(({ state }) => state)).toEqual(["delivered", "shipped", "to_ship"]);
    expect(after.recipients[1]?.tracking).toEqual([{ carrier: "中国邮政", number: "YZ200000011" }]);
    const states = async () =>
      (await creditsOf(guest, order.id, token)).credits
        .filter(({ order_line_id }) => linesOf(one).includes(order_line_id))
        .map(({ state }) => state);
    await until(states, (found) => found.every((state) => state === "earned"));
    const others = (await creditsOf(guest, order.id, token)).credits.filter(
      ({ order_line_id }) => !linesOf(one).includes(order_line_id),
    );
    expect(new Set(others.map(({ state }) => state))).toEqual(new Set(["expected"]));
  });

  it("gives one person's box back, and only that box's credit falls", async () => {
    const { order, token } = await buy(guest, giftOf(goods.variant_id, 4));
    const before = await untilCredited(guest, order.id, token);
    const path = `/cooperative/orders/${order.id}`;
    replyOf(await seller.post(`${path}/ship`, parcel(5)), cooperativeOrderReplySchema);
    const gift = await giftAt(guest, `/store/orders/${order.id}/gift`, tokenOf(token));
    const line = gift.recipients[2]?.lines[0]?.id ?? "";
    await takeBack(order.id, line);
    const after = await until(
      () => creditsOf(guest, order.id, token),
      (found) => found.total_net_fen < before.total_net_fen,
    );
    expect(after.total_net_fen).toBe((before.total_net_fen * 3) / 4);
    const reversed = after.credits.filter(({ reversed_fen }) => reversed_fen > 0);
    expect(new Set(reversed.map(({ order_line_id }) => order_line_id))).toEqual(new Set([line]));
  });

  it("shows its people to nobody else: not before it is paid, not to another cooperative, not without the token", async () => {
    const pending = { ...giftOf(goods.variant_id, 2), payment_data: { outcome: "pending" } };
    const { order, token } = await buy(guest, pending);
    const path = `/cooperative/orders/${order.id}/gift`;
    const unpaid = await giftAt(seller, path);
    expect(unpaid.recipients.map(({ address }) => address)).toEqual([{}, {}]);
    const other = await shop.visitor("cooperative_other");
    expect(refusalOf(await other.get(path))).toBe("404 not_found");
    const own = `/store/orders/${order.id}/gift`;
    expect(refusalOf(await guest.get(own))).toBe("404 not_found");
    expect(refusalOf(await (await shop.visitor("buyer")).get(own))).toBe("404 not_found");
    const summary = await guest.get(`/store/orders/${order.id}/summary`, tokenOf(token));
    expect(summary.text).not.toContain(personOf(1).street);
    const stock = await guest.get(`/store/orders/${order.id}`, tokenOf(token));
    expect(stock.text).not.toContain(personOf(1).street);
    const operator = await shop.visitor("operator");
    const seen = await giftAt(operator, `/admin/gifts/${order.id}`);
    expect(seen.recipients[0]?.address.street).toBe(personOf(1).street);
    const plain = await buy(guest, checkoutOf(goods.variant_id));
    expect(refusalOf(await operator.get(`/admin/gifts/${plain.order.id}`))).toBe("404 not_found");
  });

  it("takes no more boxes than there are: all or none", async () => {
    const few = await listGoods(seller, { price_fen: 3990, stock: 5 });
    const answer = await guest.post("/store/checkout", giftOf(few.variant_id, 6), withKey());
    expect(refusalOf(answer)).toBe("409 sold_out");
    const row = z.object({ reserved: z.coerce.number() });
    const [found] = await look(
      shop.house.database,
      row,
      `select coalesce(sum(r.quantity), 0) reserved from reservation_item r
       join product_variant_inventory_item i on i.inventory_item_id = r.inventory_item_id
       where i.variant_id = $1 and r.deleted_at is null`,
      [few.variant_id],
    );
    expect(found?.reserved).toBe(0);
    const { order } = await buy(guest, giftOf(few.variant_id, 5));
    expect(order.lines).toHaveLength(5);
  });

  it("of more than 100 lines, of nobody, of a wrong address is refused", async () => {
    const more = await Promise.all([1, 2].map(() => listGoods(seller)));
    const items = [goods, ...more].map(({ variant_id }) => ({ variant_id, quantity: 1 }));
    const large = { ...giftOf(goods.variant_id, 50), items };
    expect(refusalOf(await guest.post("/store/checkout", large, withKey()))).toBe(
      "400 gift_too_large",
    );
    for (const recipients of [[], [{ ...personOf(1), phone: "一二三" }]]) {
      const body = { ...giftOf(goods.variant_id, 1), gift: { recipients } };
      expect(refusalOf(await guest.post("/store/checkout", body, withKey()))).toBe(
        "400 invalid_input",
      );
    }
  });
});

describe("the ledger", () => {
  it("stands after all of this", async () => {
    await expectLedgerOk(shop.house.database);
  });
});

/** The steps of Medusa's dashboard: ask for a return, receive it, pay it back. */
async function takeBack(order_id: string, line: string): Promise<void> {
  const operator = new Operator(await shop.visitor("operator"), shop.house.database);
  const box = { id: line, quantity: 1 };
  await operator.receive(await operator.askBack(order_id, box), box);
  const [payment = ""] = await operator.payments(order_id);
  expect(await operator.refund(payment, 39.9)).toBe(200);
}
