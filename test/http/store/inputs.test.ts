/** Bad input: every slip of the lists is refused with one clear code and the field at fault. */
import { z } from "zod";

import { address, rightAddresses, wrongAddresses } from "../../lists/addresses";
import { changed } from "../../lists/changed";
import { checkoutOf, wrongCheckouts } from "../../lists/checkouts";
import { paymentTo, transferOf, wrongPayments, wrongTransfers } from "../../lists/payments";
import { productOf, wrongProducts } from "../../lists/products";
import { demo } from "../../support/postgres";
import { buy, listGoods, openShop, type Shop, suppliersOf, withKey } from "../shop";
import { type Answer, refusalOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let variant_id: string;
let household_id: string;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  ({ variant_id } = await listGoods(seller, { stock: 500 }));
  [household_id = ""] = await suppliersOf(seller);
});
afterAll(() => shop.close());

const named = z.object({ field: z.string(), message: z.string(), message_zh: z.string() });

function expectRefused(answer: Answer, path: string): void {
  expect(refusalOf(answer)).toBe("400 invalid_input");
  const [first = ""] = path.split(".");
  expect(named.parse(answer.body).field).toContain(first);
}

describe("a purchase is refused with", () => {
  it.each(wrongCheckouts)("%s", async (_what, path, value) => {
    const body = changed(checkoutOf(variant_id), path, value);
    expectRefused(await guest.post("/store/checkout", body, withKey()), path);
  });

  it.each(wrongAddresses)("%s in the address", async (_what, path, value) => {
    const body = changed(checkoutOf(variant_id), `shipping_address.${path}`, value);
    expectRefused(await guest.post("/store/checkout", body, withKey()), "shipping_address");
  });

  it("a body that is no JSON, without telling how the server is made", async () => {
    const { url } = shop.house;
    const reply = await fetch(`${url}/store/checkout`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": demo().publishable_key,
        ...withKey().headers,
      },
      body: '{"items": [',
    });
    expect([400, 422]).toContain(reply.status);
    expect(await reply.text()).not.toMatch(/node_modules|\.js:\d+|at \w+ \(/);
  });

  it.each(["short", "two words", "k".repeat(201)])("a key that is none: %s", async (key) => {
    const headers = { "idempotency-key": key };
    const answer = await guest.post("/store/checkout", checkoutOf(variant_id), { headers });
    expect(refusalOf(answer)).toBe("400 idempotency_key_missing");
  });
});

describe("a name stays as its bearer writes it", () => {
  it.each(rightAddresses)("%s", async (_what, path, value) => {
    const wanted = changed(address, path, value);
    const { order } = await buy(guest, changed(checkoutOf(variant_id), "shipping_address", wanted));
    if (value !== undefined) expect(order.shipping_address).toMatchObject({ [path]: value });
  });
});

describe("goods are refused with", () => {
  it.each(wrongProducts)("%s", async (_what, path, value) => {
    const body = changed(productOf("错误脐橙", [household_id]), path, value);
    expectRefused(await seller.post("/cooperative/products", body), path);
  });

  it("fees above the price", async () => {
    const body = {
      ...productOf("太贵的运费", [household_id], { price_fen: 300 }),
      freight_fen: 300,
    };
    const answer = await seller.post("/cooperative/products", body);
    expect(refusalOf(answer)).toBe("400 split_exceeds_price");
  });

  it("a household that does not exist", async () => {
    const answer = await seller.post("/cooperative/products", productOf("无主", ["hh_unknown"]));
    expect(refusalOf(answer)).toBe("400 household_unknown");
  });
});

describe("money is refused with", () => {
  it.each(wrongPayments)("%s in a payment to a household", async (_what, path, value) => {
    const body = changed(paymentTo(household_id, 100), path, value);
    expectRefused(await seller.post("/cooperative/payables/pay", body), path);
  });

  it.each(wrongTransfers)("%s in a confirmed transfer", async (_what, path, value) => {
    const body = changed(transferOf(100), path, value);
    const answer = await seller.post("/cooperative/orders/order_unknown/confirm-transfer", body);
    expectRefused(answer, path);
  });
});

describe("a question is refused with", () => {
  const questions = [
    ["/store/goods?limit=101", "limit"],
    ["/store/goods?limit=-1", "limit"],
    ["/store/goods?limit=1e9", "limit"],
    ["/store/goods?offset=-1", "offset"],
    ["/store/goods?sort=password", "sort"],
    ["/store/goods?min_price_fen=1.5", "min_price_fen"],
    ["/store/goods?county=350583' or 1=1", "county"],
    ["/store/goods?fields=%2Bmetadata", "fields"],
    ["/store/goods?order=id", "order"],
    [`/store/goods?q=${"橙".repeat(61)}`, "q"],
    ["/store/cart-preview?variants=a'b", "variants"],
  ] as const;
  it.each(questions)("%s", async (path, field) => {
    expectRefused(await guest.get(encodeURI(decodeURI(path))), field);
  });

  it("a word that the search language knows, but as a word", async () => {
    for (const word of ["橙 & !果", "'; drop table product; --", "%", "\\", ":*", "(((", "<->"]) {
      const answer = await guest.get(`/store/goods?q=${encodeURIComponent(word)}`);
      expect(answer.status, word).toBe(200);
    }
  });
});
