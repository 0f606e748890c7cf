/** A cooperative sells: sees its own orders, ships them once, owes what was earned and pays it once. */
import { z } from "zod";

import {
  cooperativeMeReplySchema,
  cooperativeOrderReplySchema,
  cooperativeOrdersReplySchema,
  payablesReplySchema,
  productsReplySchema,
  cooperativesReplySchema,
  householdsReplySchema,
} from "@yigou/backend/contract";

import { checkoutOf } from "../../lists/checkouts";
import { paymentTo } from "../../lists/payments";
import { productOf } from "../../lists/products";
import { expectLedgerOk } from "../ledger";
import {
  buy,
  buyOne,
  creditsOf,
  type Listed,
  listGoods,
  openShop,
  type Shop,
  sumOf,
  suppliersOf,
  until,
  untilCredited,
} from "../shop";
import { refusalOf, register, replyOf, type Visitor, visitorOf } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let other: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  other = await shop.visitor("cooperative_other");
  goods = await listGoods(seller, { price_fen: 3990, stock: 500 });
});
afterAll(() => shop.close());

const tokenSchema = z.object({ token: z.string() });
const parcel = { carrier: "中国邮政", tracking_number: "YZ100000004" };

describe("an order", () => {
  it("of two cooperatives shows each its own lines, and each ships its own", async () => {
    const theirs = await listGoods(other, { price_fen: 2500 });
    const items = [goods, theirs].map(({ variant_id }) => ({ variant_id, quantity: 1 }));
    const { order, token } = await buy(guest, { ...checkoutOf(goods.variant_id), items });
    await untilCredited(guest, order.id, token);
    const path = `/cooperative/orders/${order.id}`;
    const mine = replyOf(await seller.get(path), cooperativeOrderReplySchema).order;
    expect(mine.lines).toHaveLength(1);
    expect(mine.total_fen).toBe(3990);
    expect(replyOf(await other.get(path), cooperativeOrderReplySchema).order.total_fen).toBe(2500);
    replyOf(await seller.post(`${path}/ship`, parcel), cooperativeOrderReplySchema);
    const rest = replyOf(await other.get(path), cooperativeOrderReplySchema).order;
    expect(rest.state).toBe("to_ship");
    expect(rest.tracking).toEqual([]);
    const foreign = { ...parcel, items: [{ order_line_id: mine.lines[0]?.id, quantity: 1 }] };
    expect((await other.post(`${path}/ship`, foreign)).status).toBeGreaterThanOrEqual(400);
  });

  it("is shipped once, also when the button is pressed twice at once", async () => {
    const { order, token } = await buyOne(guest, goods.variant_id, 2);
    await untilCredited(guest, order.id, token);
    const path = `/cooperative/orders/${order.id}`;
    const answers = await Promise.all([1, 2].map(() => seller.post(`${path}/ship`, parcel)));
    const statuses = answers.map((answer) => answer.status).toSorted();
    expect(statuses).toEqual([200, 409]);
    const shipped = replyOf(await seller.get(path), cooperativeOrderReplySchema).order;
    expect(shipped.lines[0]?.shipped).toBe(2);
  });

  it("earns on delivery, not before", async () => {
    const { order, token } = await buyOne(guest, goods.variant_id);
    await untilCredited(guest, order.id, token);
    const path = `/cooperative/orders/${order.id}`;
    const early = await seller.post(`${path}/deliver`);
    expect(early.status).toBe(409);
    replyOf(await seller.post(`${path}/ship`, parcel), cooperativeOrderReplySchema);
    const states = async (): Promise<string[]> =>
      (await creditsOf(guest, order.id, token)).credits.map((credit) => credit.state);
    expect(new Set(await states())).toEqual(new Set(["expected"]));
    replyOf(await seller.post(`${path}/deliver`), cooperativeOrderReplySchema);
    await until(states, (found) => found.every((state) => state === "earned"));
  });

  it("of others is in no list of the cooperative", async () => {
    const { order, token } = await buyOne(guest, goods.variant_id);
    await untilCredited(guest, order.id, token);
    const list = replyOf(
      await other.get("/cooperative/orders?limit=100"),
      cooperativeOrdersReplySchema,
    );
    expect(list.orders.map(({ id }) => id)).not.toContain(order.id);
    const products = replyOf(
      await other.get("/cooperative/products?limit=100"),
      productsReplySchema,
    );
    expect(products.products.map(({ id }) => id)).not.toContain(goods.product_id);
    const change = { variants: [{ id: goods.variant_id, price_fen: 1 }] };
    const stolen = await other.post(`/cooperative/products/${goods.product_id}`, change);
    expect(refusalOf(stolen)).toBe("404 not_found");
  });
});

describe("what the cooperative owes", () => {
  it("is what its households were credited, and is not paid before it is settled", async () => {
    const { payables, total } = replyOf(
      await seller.get("/cooperative/payables"),
      payablesReplySchema,
    );
    expect(sumOf(payables, (row) => row.expected_fen)).toBe(total.expected_fen);
    expect(total.expected_fen + total.earned_fen).toBeGreaterThan(0);
    expect(total.settled_fen).toBe(0);
    const [first] = payables;
    const early = paymentTo(first?.household_id ?? "", (first?.expected_fen ?? 0) + 1);
    expect((await seller.post("/cooperative/payables/pay", early)).status).toBe(409);
  });
});

describe("who supplies", () => {
  it("is a household of the county, shown by its alias only", async () => {
    const foreign = replyOf(
      await (await shop.visitor("county_official_other")).get("/official/households?limit=1"),
      householdsReplySchema,
    ).households[0];
    const body = productOf("别县的农户", [foreign?.id ?? ""]);
    expect(refusalOf(await seller.post("/cooperative/products", body))).toBe(
      "400 household_unknown",
    );
    expect((await suppliersOf(seller)).length).toBeGreaterThan(1);
  });
});

describe("an applicant", () => {
  it("sells nothing before an official of the county approves, and then does", async () => {
    const county = await shop.visitor("county_official");
    const account = { email: `new-${Date.now()}@example.com`, password: "orange-tree-1" };
    const applicant = await register(shop.house.url, "cooperative", account);
    const application = {
      name: "测试新合作社",
      division_code: (county.scope ?? "").slice(0, 6).padEnd(12, "0"),
      license_no: "93990000MA0000077X",
      contact_name: "周䶮",
      contact_phone: "10012345678",
    };
    const applied = await applicant.post("/cooperative/applications", application);
    const { cooperative } = replyOf(applied, cooperativeMeReplySchema);
    expect(cooperative.status).toBe("applied");
    const { token } = replyOf(
      await applicant.post("/auth/cooperative/emailpass", account),
      tokenSchema,
    );
    const member = visitorOf(shop.house.url, "applicant", token);
    const body = productOf("太早的脐橙", await suppliersOf(seller));
    expect(refusalOf(await member.post("/cooperative/products", body))).toBe(
      "403 cooperative_not_approved",
    );
    const decision = `/official/cooperatives/${cooperative.id}/decision`;
    const elsewhere = await shop.visitor("county_official_other");
    const approve = { decision: "approve" };
    expect(refusalOf(await elsewhere.post(decision, approve))).toBe("404 not_found");
    expect((await county.post(decision, approve)).status).toBe(200);
    expect(refusalOf(await county.post(decision, approve))).toBe("409 application_decided");
    expect((await member.post("/cooperative/products", body)).status).toBe(200);
    const list = replyOf(
      await county.get("/official/cooperatives?limit=100"),
      cooperativesReplySchema,
    );
    expect(list.cooperatives.find(({ id }) => id === cooperative.id)?.status).toBe("approved");
  });
});

it("leaves a ledger that verifies", async () => {
  await expectLedgerOk(shop.house.database);
});
