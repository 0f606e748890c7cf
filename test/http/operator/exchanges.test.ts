/** Goods that are exchanged or claimed, in Medusa's own admin: who pays for what is sent again, by leg. */
import { expectLedgerOk } from "../ledger";
import {
  type Bought,
  buyOne,
  creditsOf,
  listGoods,
  type Listed,
  openShop,
  type Shop,
} from "../shop";
import { sumOf, untilCredited } from "../shop";
import type { Visitor } from "../visitor";
import { deliverAll, Operator } from "./deeds";
import { entriesOf, untilEntries, untilFollowed, withoutGoods } from "./entries";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let operator: Operator;
/** 39.90: 31.92 to two households, 3.99 service, 2.00 packing, 1.99 freight. */
let oranges: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  operator = new Operator(await shop.visitor("operator"), shop.house.database);
  oranges = await listGoods(seller, { price_fen: 3990, stock: 500 });
});
afterAll(() => shop.close());

async function bought(quantity = 1): Promise<Bought & { line_id: string; payment_id: string }> {
  const one = await buyOne(guest, oranges.variant_id, quantity);
  await untilCredited(guest, one.order.id, one.token);
  const [payment_id = ""] = await operator.payments(one.order.id);
  return { ...one, line_id: one.order.lines[0]?.id ?? "", payment_id };
}

const entries = (order_id: string) => entriesOf(shop.house.database, order_id);
const without = (order_id: string) => withoutGoods(shop.house.database, order_id);

describe("an exchange", () => {
  it("lets the goods that come back pay for those that go out", async () => {
    const { order, line_id, token } = await bought();
    await deliverAll(seller, order.id);
    const out = { id: oranges.variant_id, quantity: 1 };
    const back = { id: line_id, quantity: 1 };
    const return_id = await operator.exchange(order.id, back, out, "buyer");
    await untilFollowed(shop.house.database, order.id, 1);
    expect(await entries(order.id)).toHaveLength(1);
    await operator.receive(return_id, back);
    const [, shift] = await untilEntries(shop.house.database, order.id, 2);
    expect(shift).toMatchObject({
      kind: "amend",
      cause: "buyer",
      legs: { "household:earned": -3192, "household:expected": 3192 },
    });
    const { credits, total_net_fen } = await creditsOf(guest, order.id, token);
    expect(total_net_fen).toBe(3192);
    expect(sumOf(credits, (credit) => credit.reversed_fen)).toBe(3192);
  });

  it("that freight has caused costs no household anything", async () => {
    const { order, line_id, token } = await bought();
    await deliverAll(seller, order.id);
    const back = { id: line_id, quantity: 1 };
    const out = { id: oranges.variant_id, quantity: 1 };
    const return_id = await operator.exchange(order.id, back, out, "freight");
    await operator.receive(return_id, back);
    const [, shift] = await untilEntries(shop.house.database, order.id, 2);
    expect(shift?.legs).toMatchObject({ loss_pool: -3192, "household:expected": 3192 });
    expect((await creditsOf(guest, order.id, token)).total_net_fen).toBe(2 * 3192);
  });
});

describe("a claim", () => {
  it("over bad goods moves the income to whoever delivers again", async () => {
    const { order, line_id, token } = await bought();
    await deliverAll(seller, order.id);
    const wrong = { id: line_id, quantity: 1, reason: "production_failure" };
    await operator.claim(order.id, wrong, [{ id: oranges.variant_id, quantity: 1, unit_price: 0 }]);
    const [, claim] = await untilEntries(shop.house.database, order.id, 2);
    expect(claim).toMatchObject({
      kind: "claim",
      cause: "quality",
      reverses: "capture",
      legs: { "household:earned": -3192, "household:expected": 3192 },
    });
    expect((await creditsOf(guest, order.id, token)).total_net_fen).toBe(3192);
  });

  it("over goods lost on the way is the loss pool's, whatever price the operator left on them", async () => {
    const { order, line_id, token } = await bought();
    await deliverAll(seller, order.id);
    const wrong = { id: line_id, quantity: 1, reason: "missing_item" };
    await operator.claim(order.id, wrong, [{ id: oranges.variant_id, quantity: 1 }]);
    const [, claim] = await untilEntries(shop.house.database, order.id, 2);
    expect(claim).toMatchObject({
      kind: "claim",
      cause: "freight",
      legs: { loss_pool: -3192, "household:expected": 3192 },
    });
    expect((await creditsOf(guest, order.id, token)).total_net_fen).toBe(2 * 3192);
    expect(await without(order.id)).toBe(0);
  });

  it("that ends in money reverses the claimed goods, by the reason of the refund", async () => {
    const { order, line_id, payment_id } = await bought(2);
    await deliverAll(seller, order.id);
    const wrong = { id: line_id, quantity: 1, reason: "other" };
    await operator.claim(order.id, wrong, [], { type: "refund", back: "quality" });
    expect(await operator.refund(payment_id, 39.9, "quality")).toBe(200);
    const [, refund] = await untilEntries(shop.house.database, order.id, 2);
    expect(refund).toMatchObject({
      kind: "refund",
      cause: "quality",
      reverses: "capture",
      legs: { buyers: 3990, "household:earned": -3192 },
    });
  });
});

it("leaves a ledger that verifies, changes and all", async () => {
  await expectLedgerOk(shop.house.database);
});
