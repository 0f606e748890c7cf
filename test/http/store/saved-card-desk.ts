/** What tests of saved cards share: a shop that takes cards, and buyers who save them. */
import { savedCardsReplySchema, type SavedCard } from "@yigou/backend/contract";

import type { Json } from "../../lists/changed";
import { checkoutOf } from "../../lists/checkouts";
import { buy, listGoods } from "../shop";
import { cardToken, openStripeShop } from "../stripe";
import { newBuyer, replyOf, type Visitor } from "../visitor";

/** The cards that somebody sees as saved. */
export async function cardsOf(visitor: Visitor): Promise<SavedCard[]> {
  return replyOf(await visitor.get("/store/my/cards"), savedCardsReplySchema).cards;
}

/** Where a card is removed. */
export function removal(id: string): string {
  return `/store/my/cards/${id}/removal`;
}

/** Opens it. Its goods cost 39.99. */
export async function openSavedCardDesk() {
  const shop = await openStripeShop();
  const guest = await shop.visitor("anonymous");
  const seller = await shop.visitor("cooperative");
  const goods = await listGoods(seller, { price_fen: 3999, stock: 500 });
  let people = 0;
  const somebody = async () => {
    people += 1;
    return newBuyer(shop.house.url, `cards-${Date.now()}-${people}@example.com`);
  };
  const paidBy = (payment_data: { [key: string]: Json }) => ({
    ...checkoutOf(goods.variant_id),
    payment_provider_id: "pp_stripe_stripe",
    payment_data: { ...payment_data, return_url: "http://localhost:8000/checkout/return" },
  });
  const saving = (number: string) =>
    paidBy({ confirmation_token: cardToken(shop.stripe, number), save_card: true });
  /** A buyer with one saved card. */
  const holder = async (number = "4242424242424242") => {
    const buyer = await somebody();
    await buy(buyer, saving(number));
    const [card] = await cardsOf(buyer);
    if (!card) throw new Error("no card was saved");
    return { buyer, card };
  };
  return { shop, guest, goods, somebody, paidBy, saving, holder };
}
