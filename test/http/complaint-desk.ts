/** What tests of complaints share: goods of two kinds, those who answer, and looks behind the interface. */
import { z } from "zod";

import { arrived } from "./after-sale";
import { look } from "./ledger";
import { type Listed, listGoods, openShop, type Shop } from "./shop";
import type { Answer, Visitor } from "./visitor";

/** A shop with everybody who has to do with a complaint. */
export interface ComplaintDesk {
  shop: Shop;
  guest: Visitor;
  seller: Visitor;
  operator: Visitor;
  /** Fruit at 39.90. */
  oranges: Listed;
  /** Another line at 68.00. */
  honey: Listed;
  /** Two boxes of the one and one of the other, arrived. */
  box: () => ReturnType<typeof arrived>;
  answer: (id: string, body: unknown, who?: Visitor) => Promise<Answer>;
  decide: (id: string, body: unknown) => Promise<Answer>;
  sql: (text: string, values: unknown[]) => Promise<unknown[]>;
  /** The deadline of its present state is over. */
  overdue: (id: string) => Promise<unknown>;
  refundsOf: (id: string) => Promise<{ fen: number }[]>;
}

/** Opens it. */
export async function openDesk(): Promise<ComplaintDesk> {
  const shop = await openShop();
  const guest = await shop.visitor("anonymous");
  const seller = await shop.visitor("cooperative");
  const operator = await shop.visitor("operator");
  const oranges = await listGoods(seller, { price_fen: 3990, stock: 500 });
  const honey = await listGoods(seller, { price_fen: 6800, stock: 500 });
  const { database } = shop.house;
  const lines = [
    [oranges, 2],
    [honey, 1],
  ] as const;
  const over = `update complaint set due_at = now() - interval '1 minute' where id = $1 returning id`;
  const refunds = `select round(amount * 100) as fen from refund where note = $1 and deleted_at is null`;
  const sql = async (text: string, values: unknown[]) => look(database, z.unknown(), text, values);
  return {
    shop,
    guest,
    seller,
    operator,
    oranges,
    honey,
    box: async () => arrived(guest, seller, lines),
    answer: async (id, body, who = seller) =>
      who.post(`/cooperative/complaints/${id}/answer`, body),
    decide: async (id, body) => operator.post(`/admin/complaints/${id}/decision`, body),
    sql,
    overdue: async (id) => sql(over, [id]),
    refundsOf: async (id) => look(database, z.object({ fen: z.coerce.number() }), refunds, [id]),
  };
}

/** Turns a complaint down. */
export const rejection = { verb: "reject", text: "照片里不是我们的货。" };

/** Offers a part. */
export const offerOf = (amount_fen: number) => ({
  verb: "offer",
  amount_fen,
  text: "坏了一部分，赔一部分。",
});
