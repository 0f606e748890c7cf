/** A buyer fetches the goods at a pick-up point: the keeper hands them over for the code, once. */
import {
  cooperativeOrderReplySchema,
  handOverReplySchema,
  operatorPointReplySchema,
  orderPickupReplySchema,
  pickupPointsReplySchema,
} from "@yigou/backend/contract";

import { changed } from "../../lists/changed";
import { checkoutOf } from "../../lists/checkouts";
import { giftOf } from "../../lists/gifts";
import { pickupPoint, wrongPoints } from "../../lists/pickups";
import { expectLedgerOk } from "../ledger";
import {
  buy,
  creditsOf,
  type Listed,
  listGoods,
  openShop,
  type Shop,
  until,
  untilCredited,
  withKey,
} from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let operator: Visitor;
let goods: Listed;
let point: { id: string; key: string };

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  operator = await shop.visitor("operator");
  goods = await listGoods(seller, { price_fen: 3990, stock: 50 });
  point = await openPoint();
});
afterAll(() => shop.close());

async function openPoint() {
  const made = await operator.post("/admin/pickup-points", pickupPoint);
  const { point: opened, keeper_key = "" } = replyOf(made, operatorPointReplySchema);
  return { id: opened.id, key: keeper_key };
}

const tokenOf = (token: string | undefined) => ({ headers: { "x-order-token": token ?? "" } });
const at = (pickup_point_id: string) => ({ ...checkoutOf(goods.variant_id), pickup_point_id });
const handOver = async (where: typeof point, code: string, key = where.key) =>
  guest.post(`/store/pickup-points/${where.id}/hand-over`, { key, code });

async function ordered() {
  const { order, token } = await buy(guest, at(point.id));
  await untilCredited(guest, order.id, token);
  const read = async () =>
    replyOf(
      await guest.get(`/store/orders/${order.id}/pickup`, tokenOf(token)),
      orderPickupReplySchema,
    ).pickup;
  const ship = async () => {
    const parcel = { carrier: "中国邮政", tracking_number: "YZ600000001" };
    const path = `/cooperative/orders/${order.id}/ship`;
    replyOf(await seller.post(path, parcel), cooperativeOrderReplySchema);
  };
  return { order, token, read, ship, code: (await read())?.code ?? "" };
}

describe("a pick-up point", () => {
  it("takes the parcel, hands it over for the code once, and that is the delivery", async () => {
    const { points } = replyOf(await guest.get("/store/pickup-points"), pickupPointsReplySchema);
    expect(points.map(({ id }) => id)).toContain(point.id);
    const { order, token, read, ship, code } = await ordered();
    expect(order.shipping_address).toMatchObject({ name: "李明", county: "南安市" });
    expect(order.shipping_address.street).toContain("美林自提点");
    expect(refusalOf(await handOver(point, code))).toBe("409 pickup_not_here");
    await ship();
    expect((await read())?.state).toBe("waiting");
    const answers = await Promise.all([handOver(point, code), handOver(point, code)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const given = answers.find(({ status }) => status === 200);
    if (given) expect(replyOf(given, handOverReplySchema).display_id).toBe(order.display_id);
    expect(refusalOf(await handOver(point, code))).toBe("409 pickup_done");
    expect((await read())?.state).toBe("handed_over");
    await until(
      () => creditsOf(guest, order.id, token),
      ({ credits }) => credits.every(({ state }) => state === "earned"),
    );
  });

  it("opens nothing for a wrong key, at another point, or to whoever tries codes", async () => {
    const { ship, code } = await ordered();
    await ship();
    expect(refusalOf(await handOver(point, code, "x".repeat(43)))).toBe("404 not_found");
    const elsewhere = await openPoint();
    expect(refusalOf(await handOver(elsewhere, code))).toBe("404 pickup_code_wrong");
    const tries: string[] = [];
    for (let n = 0; n < 12; n += 1)
      tries.push(refusalOf(await handOver(elsewhere, String(n).padStart(8, "0"))));
    expect(tries.at(-1)).toBe("429 too_many_attempts");
    expect((await handOver(point, code)).status).toBe(200);
  });

  it("tells its code to nobody but the buyer", async () => {
    const { order, code } = await ordered();
    expect(refusalOf(await guest.get(`/store/orders/${order.id}/pickup`))).toBe("404 not_found");
    for (const [who, path] of [
      [seller, `/cooperative/orders/${order.id}`],
      [operator, "/admin/pickup-points"],
      [operator, `/admin/orders/${order.id}`],
    ] as const)
      expect((await who.get(path)).text).not.toContain(code);
  });

  it("that is closed takes no order, and a gift goes to addresses", async () => {
    const closed = await openPoint();
    const path = `/admin/pickup-points/${closed.id}`;
    replyOf(await operator.post(path, { open: false }), operatorPointReplySchema);
    const buying = async (body: object) =>
      refusalOf(await guest.post("/store/checkout", body, withKey()));
    expect(await buying(at(closed.id))).toBe("409 pickup_point_closed");
    expect(await buying(at("pkp_unknown"))).toBe("409 pickup_point_closed");
    const gift = { ...giftOf(goods.variant_id, 1), pickup_point_id: point.id };
    expect(await buying(gift)).toBe("400 invalid_input");
  });

  it.each(wrongPoints)("is refused with %s", async (_what, path, value) => {
    const body = changed(pickupPoint, path, value);
    expect(refusalOf(await operator.post("/admin/pickup-points", body))).toBe("400 invalid_input");
  });
});

describe("the ledger", () => {
  it("stands after all of this", async () => {
    await expectLedgerOk(shop.house.database);
  });
});
