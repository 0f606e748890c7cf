/** A work unit pays by bank transfer: the order waits, and only the arrived money credits anybody. */
import { workUnitReplySchema } from "@yigou/backend/contract";

import { address } from "../../lists/addresses";
import { transferOf } from "../../lists/payments";
import { expectLedgerOk } from "../ledger";
import {
  type Bought,
  buy,
  creditsOf,
  type Listed,
  listGoods,
  openShop,
  type Shop,
  sumOf,
  untilCredited,
  withKey,
} from "../shop";
import { customerNamed, refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let member: Visitor;
let seller: Visitor;
let goods: Listed;
let work_unit_id: string;

beforeAll(async () => {
  shop = await openShop();
  member = await customerNamed(shop.house.url, "work_unit");
  seller = await shop.visitor("cooperative");
  goods = await listGoods(seller, { price_fen: 5000, stock: 500 });
  const units = replyOf(await member.get("/store/my/work-units"), workUnitReplySchema);
  work_unit_id = units.work_units[0]?.id ?? "";
});
afterAll(() => shop.close());

const orderOf = (quantity: number) => ({
  items: [{ variant_id: goods.variant_id, quantity }],
  email: "unit@example.com",
  shipping_address: { ...address },
  payment_provider_id: "pp_bank_transfer",
  work_unit_id,
});

const confirm = (visitor: Visitor, { order }: Bought, amount_fen: number) =>
  visitor.post(`/cooperative/orders/${order.id}/confirm-transfer`, transferOf(amount_fen));

describe("an order that is paid by transfer", () => {
  it("waits with a reference, and credits nobody before the money has come", async () => {
    const { order } = await buy(member, orderOf(4));
    expect(order.payment_state).toBe("awaiting_transfer");
    expect(order.transfer_reference).toMatch(/\w{6,}/);
    expect(order.work_unit?.id).toBe(work_unit_id);
    expect((await creditsOf(member, order.id)).credits).toEqual([]);
  });

  it("credits once the cooperative has confirmed the very amount", async () => {
    const bought = await buy(member, orderOf(4));
    expect(refusalOf(await confirm(seller, bought, 19_999))).toBe("409 amount_differs");
    expect((await creditsOf(member, bought.order.id)).credits).toEqual([]);
    expect((await confirm(seller, bought, 20_000)).status).toBe(200);
    const { credits } = await untilCredited(member, bought.order.id);
    expect(sumOf(credits, (credit) => credit.gross_fen)).toBe(20_000);
  });

  it("is confirmed once, also when two press the button", async () => {
    const bought = await buy(member, orderOf(1));
    const operator = await shop.visitor("operator");
    const path = `/admin/transfers/${bought.order.id}/confirm`;
    const answers = await Promise.all([
      confirm(seller, bought, 5000),
      operator.post(path, transferOf(5000)),
    ]);
    for (const answer of answers) expect([200, 409]).toContain(answer.status);
    const { credits } = await untilCredited(member, bought.order.id);
    expect(sumOf(credits, (credit) => credit.gross_fen)).toBe(5000);
  });

  it("is in the operator's list until it is confirmed there", async () => {
    const bought = await buy(member, orderOf(1));
    const operator = await shop.visitor("operator");
    expect((await operator.get("/admin/transfers?limit=100")).text).toContain(bought.order.id);
    const path = `/admin/transfers/${bought.order.id}/confirm`;
    expect((await operator.post(path, transferOf(5000))).status).toBe(200);
    expect((await operator.get("/admin/transfers?limit=100")).text).not.toContain(bought.order.id);
  });

  it("is not shipped before it is paid", async () => {
    const { order } = await buy(member, orderOf(1));
    const body = { carrier: "中国邮政", tracking_number: "YZ100000003" };
    const answer = await seller.post(`/cooperative/orders/${order.id}/ship`, body);
    expect(refusalOf(answer)).toBe("409 not_paid");
  });

  it("is confirmed by the cooperative whose goods are in it, by no other", async () => {
    const bought = await buy(member, orderOf(1));
    const other = await shop.visitor("cooperative_other");
    expect(refusalOf(await confirm(other, bought, 5000))).toBe("404 not_found");
  });
});

describe("buying for a work unit", () => {
  it("is for its members: others and guests are told that there is none", async () => {
    for (const name of ["anonymous", "buyer", "buyer_other"] as const) {
      const visitor = await shop.visitor(name);
      const answer = await visitor.post("/store/checkout", orderOf(1), withKey());
      expect(refusalOf(answer), name).toBe("404 not_found");
    }
  });
});

it("leaves a ledger that verifies", async () => {
  await expectLedgerOk(shop.house.database);
});
