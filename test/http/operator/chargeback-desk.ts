/** What tests of chargebacks share: a shop that takes cards, and what its operator sees. */
import { type Chargeback, checkoutReplySchema, routes } from "@yigou/backend/contract";

import { creditsOf, type Listed, listGoods, until, untilCredited } from "../shop";
import { cardToken, lastIntent, openStripeShop, payingWith, press } from "../stripe";
import { replyOf } from "../visitor";
import { Operator } from "./deeds";

const listed = routes["GET /admin/chargebacks"].reply;

/** Opens it. Its goods cost 39.90: 31.92 to two households, 3.99 service, 2.00 packing, 1.99 freight. */
export async function openChargebackDesk() {
  const shop = await openStripeShop();
  const guest = await shop.visitor("anonymous");
  const operator = new Operator(await shop.visitor("operator"), shop.house.database);
  const seller = await shop.visitor("cooperative");
  const goods: Listed = await listGoods(seller, { price_fen: 3990, stock: 500 });
  const list = async (open: "1" | "0" = "0") =>
    replyOf(await operator.visitor.get(`/admin/chargebacks?open=${open}&limit=100`), listed);
  const find = async (id: string): Promise<Chargeback | undefined> =>
    (await list()).chargebacks.find((one) => one.id === id);
  const untilState = async (id: string, state: Chargeback["state"]) =>
    until(
      () => find(id),
      (one) => one?.state === state,
    );
  const untilPosted = async (id: string) =>
    until(
      () => find(id),
      (one) => (one?.booked?.seq ?? null) !== null,
    );
  /** An order that a card has paid and that is credited. */
  const paidByCard = async () => {
    const token = cardToken(shop.stripe, "4242424242424242");
    const sent = await press(guest, payingWith(goods.variant_id, token));
    const { order, access_token } = replyOf(sent, checkoutReplySchema);
    await untilCredited(guest, order.id, access_token);
    const read = () => creditsOf(guest, order.id, access_token);
    return { order, read, intent: lastIntent(shop.stripe) };
  };
  return { shop, operator, seller, goods, list, untilState, untilPosted, paidByCard };
}
