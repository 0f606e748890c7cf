/** What tests of settlements share: a cooperative with its two people, and income that is payable. */
import { z } from "zod";

import {
  linesReplySchema,
  settleableReplySchema,
  settlementReplySchema,
} from "@yigou/backend/contract";

import { demo } from "../../support/postgres";
import { look } from "../ledger";
import { buyOne, listGoods, openShop, until, untilCredited } from "../shop";
import { type Answer, memberNamed, replyOf, type Visitor } from "../visitor";

/** Opens a shop with a bookkeeper and a manager; `close` closes it. */
export async function openCounter() {
  const shop = await openShop();
  const manager = await shop.visitor("cooperative");
  const books = await memberNamed(shop.house.url, "bookkeeper");
  const other = await memberNamed(shop.house.url, "bookkeeper_other");
  const county = await shop.visitor("county_official");

  const payable = async () =>
    replyOf(await books.get("/cooperative/settleable"), settleableReplySchema);

  /** Sells two boxes, delivers them, and lets the days of the return window pass. */
  async function settledSale(price_fen: number): Promise<void> {
    const before = (await payable()).total_fen;
    const guest = await shop.visitor("anonymous");
    const goods = await listGoods(manager, { price_fen, stock: 50 });
    const { order, token } = await buyOne(guest, goods.variant_id, 2);
    await untilCredited(guest, order.id, token);
    const path = `/cooperative/orders/${order.id}`;
    const parcel = { carrier: "中国邮政", tracking_number: "YZ100000010" };
    replyOf(await manager.post(`${path}/ship`, parcel), z.unknown());
    replyOf(await manager.post(`${path}/deliver`), z.unknown());
    const ask = async () => {
      for (const sql of WINDOW_OVER) await look(shop.house.database, z.unknown(), sql, [order.id]);
      return payable();
    };
    await until(ask, (found) => found.total_fen > before);
  }

  const step = async (who: Visitor, id: string, verb: string): Promise<Answer> =>
    who.post(`/cooperative/settlements/${id}/steps`, { verb, reason: "测试" });

  const linesOf = async (id: string) =>
    replyOf(await books.get(`/cooperative/settlements/${id}/lines?limit=100`), linesReplySchema)
      .lines;

  async function prepared() {
    const answer = await books.post("/cooperative/settlements", {});
    return replyOf(answer, settlementReplySchema).settlement;
  }

  async function approved() {
    const { id, total_fen } = await prepared();
    replyOf(await step(books, id, "submit"), z.unknown());
    replyOf(await step(manager, id, "approve"), z.unknown());
    return { id, total_fen, lines: await linesOf(id) };
  }

  /** Fetches the bank's file past the search for private marks: this one is meant to hold them. */
  async function bankFile(who: Visitor, id: string, format: string) {
    const { email = "", password = "" } = demo().accounts[who.name] ?? {};
    const login = await who.post("/auth/cooperative/emailpass", { email, password });
    const { token } = replyOf(login, z.object({ token: z.string() }));
    const reply = await fetch(`${shop.house.url}/cooperative/settlements/${id}/bank-file`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ format }),
    });
    return { status: reply.status, text: await reply.text() };
  }

  const people = { manager, books, other, county };
  const steps = { payable, settledSale, step, linesOf, prepared, approved, bankFile };
  return { shop, ...people, ...steps, close: shop.close };
}
/** An open counter. */
export type Counter = Awaited<ReturnType<typeof openCounter>>;

/** Ends the days in which goods may be sent back. */
export const WINDOW_OVER = [
  "update credit_balance set settles_at = now() - interval '1 minute' where order_id = $1",
  `update credit_due d set settles_at = now() - interval '1 minute' from credit_balance b
    where b.credit_id = d.credit_id and b.order_id = $1`,
];

/** A voucher as the bank shows it. */
export const voucherOf = (amount_fen: number, reference: string, more: object = {}) => ({
  amount_fen,
  bank: "信丰农商银行",
  reference,
  paid_on: "2026-11-22",
  ...more,
});
