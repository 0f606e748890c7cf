/** The last two steps of a credit: the cooperative pays, and the household confirms before its cadre. */
import { z } from "zod";

import {
  householdIncomeReplySchema,
  householdReplySchema,
  householdsReplySchema,
  movedReplySchema,
  pageReplySchema,
  payablesReplySchema,
} from "@yigou/backend/contract";

import { pictureForm } from "../../lists/pictures";
import { expectLedgerOk, look } from "../ledger";
import { buyOne, listGoods, openShop, type Shop, until, untilCredited } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let county: Visitor;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  county = await shop.visitor("county_official");
});
afterAll(() => shop.close());

/** A household with something that is payable to it. */
interface Payee {
  household_id: string;
  settled_fen: number;
}

async function payables(): Promise<Payee[]> {
  return replyOf(await seller.get("/cooperative/payables"), payablesReplySchema).payables;
}

/** Sells, ships, delivers, and lets the days of the return window pass. */
async function settledSale(): Promise<Payee> {
  const goods = await listGoods(seller, { price_fen: 3990, stock: 50 });
  const before = new Map((await payables()).map((one) => [one.household_id, one.settled_fen]));
  const { order, token } = await buyOne(guest, goods.variant_id, 2);
  await untilCredited(guest, order.id, token);
  const path = `/cooperative/orders/${order.id}`;
  const parcel = { carrier: "中国邮政", tracking_number: "YZ100000009" };
  replyOf(await seller.post(`${path}/ship`, parcel), z.unknown());
  replyOf(await seller.post(`${path}/deliver`), z.unknown());
  await look(
    shop.house.database,
    z.unknown(),
    `update credit_due d set settles_at = now() - interval '1 minute'
       from credit_balance b where b.credit_id = d.credit_id and b.order_id = $1`,
    [order.id],
  );
  const grown = await until(
    async () => (await payables()).filter((p) => p.settled_fen > (before.get(p.household_id) ?? 0)),
    (found) => found.length > 0,
  );
  const [payee] = grown;
  if (!payee) throw new Error("nobody is owed anything");
  return payee;
}

function voucher(payee: Payee, reference: string, amount_fen = payee.settled_fen) {
  const { household_id } = payee;
  return { household_id, amount_fen, bank: "农村商业银行", reference, paid_on: "2026-11-22" };
}

async function paidCredits(household_id: string): Promise<{ id: string; paid_fen: number }[]> {
  const path = `/official/households/${household_id}/income`;
  const { credits } = replyOf(await county.get(path), householdIncomeReplySchema);
  return credits
    .filter((credit) => credit.state === "paid")
    .map((credit) => ({ id: credit.id, paid_fen: credit.net_fen - credit.reversed_fen }));
}

/** The photograph of a page that the household has signed. */
async function signedPage(household_id: string): Promise<string> {
  const path = `/official/households/${household_id}/pages`;
  return replyOf(await county.post(path, pictureForm()), pageReplySchema).page_id;
}

describe("money on its way to a household", () => {
  it("is paid to the fen with a voucher, once, and confirmed before the household's own cadre, once", async () => {
    const payee = await settledSale();
    const pay = "/cooperative/payables/pay";
    const short = await seller.post(pay, voucher(payee, "V-0001", payee.settled_fen - 1));
    expect(refusalOf(short)).toBe("409 amount_differs");
    const first = replyOf(await seller.post(pay, voucher(payee, "V-0002")), movedReplySchema);
    const again = replyOf(await seller.post(pay, voucher(payee, "V-0002")), movedReplySchema);
    expect(first.amount_fen).toBe(payee.settled_fen);
    expect(again).toEqual(first);
    const stranger = await shop.visitor("cooperative_other");
    const foreign = await stranger.post(pay, voucher(payee, "V-0003"));
    expect(foreign.status).toBe(409);

    const path = `/official/households/${payee.household_id}/confirmations`;
    const paid = await paidCredits(payee.household_id);
    const body = {
      method: "page",
      credit_ids: paid.map((credit) => credit.id),
      page_id: await signedPage(payee.household_id),
    };
    const elsewhere = await shop.visitor("county_official_other");
    expect(refusalOf(await elsewhere.post(path, body))).toBe("404 not_found");
    const confirmed = replyOf(await county.post(path, body), movedReplySchema);
    expect(confirmed.amount_fen).toBe(paid.reduce((sum, credit) => sum + credit.paid_fen, 0));
    expect(refusalOf(await county.post(path, body))).toBe("409 nothing_to_confirm");
    expect(await paidCredits(payee.household_id)).toEqual([]);
    await expectLedgerOk(shop.house.database);
  });

  it("shows on the file of the household and in the list of its county", async () => {
    const payee = await settledSale();
    const file = replyOf(
      await county.get(`/official/households/${payee.household_id}`),
      householdReplySchema,
    ).household;
    const list = replyOf(
      await county.get(`/official/households?q=${encodeURIComponent(file.code)}`),
      householdsReplySchema,
    );
    expect(file.credited_fen).toBeGreaterThanOrEqual(payee.settled_fen);
    expect(list.households.map((one) => one.credited_fen)).toEqual([file.credited_fen]);
  });
});
