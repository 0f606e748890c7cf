/** A paid cart that can become no order: the operator gives the money back, once, and the ledger stays true. */
import { z } from "zod";

import { routes } from "@yigou/backend/contract";

import { giftOf } from "../../lists/gifts";
import { expectLedgerOk, look } from "../ledger";
import { type Listed, listGoods, openShop, type Shop, until, withKey } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let operator: Visitor;
let goods: Listed;

const listSchema = routes["GET /admin/paid-carts"].reply;
const givenSchema = routes["POST /admin/paid-carts/:id/refund"].reply;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  operator = await shop.visitor("operator");
  goods = await listGoods(await shop.visitor("cooperative"), { price_fen: 3990, stock: 1 });
});
afterAll(() => shop.close());

const sql = (text: string, values: unknown[] = []) =>
  look(shop.house.database, z.unknown(), text, values);

const key = "paid-cart-that-cannot-be-completed";

/**
 * The money is taken, the order fails, and before anybody tries again the last box is gone. The order fails so
 * late that the sweep over payments (every two seconds) passes while it stands with its money.
 */
async function paidCart(): Promise<string> {
  await sql(`create or replace function t_break() returns trigger language plpgsql as
       $$ begin perform pg_sleep(5); raise exception 'broken on purpose'; end $$`);
  await sql(`create trigger t_break before insert on order_transaction
       for each row execute function t_break()`);
  // A gift goes the long way, on which an order whose books fail is undone.
  const failed = await guest.post("/store/checkout", giftOf(goods.variant_id, 1), withKey(key));
  expect(failed.status).toBe(500);
  await sql(
    `update inventory_level set stocked_quantity = 0, raw_stocked_quantity = '{"value":"0","precision":20}'
      where inventory_item_id in (select inventory_item_id from product_variant_inventory_item where variant_id = $1)`,
    [goods.variant_id],
  );
  await sql("drop trigger t_break on order_transaction");
  const [row] = await look(
    shop.house.database,
    z.object({ cart_id: z.string() }),
    `select k.cart_id from cart_payment_collection k join payment p on p.payment_collection_id = k.payment_collection_id
      where p.captured_at is not null
        and not exists (select 1 from order_cart o where o.cart_id = k.cart_id and o.deleted_at is null)`,
  );
  return row?.cart_id ?? "";
}

const give = (who: Visitor, cart_id: string, because = "已售罄") =>
  who.post(`/admin/paid-carts/${cart_id}/refund`, { because });

describe("a paid cart without an order", () => {
  let cart_id = "";

  it("is credited to nobody, although its order stood for a while", async () => {
    cart_id = await paidCart();
    expect(cart_id).toMatch(/^cart_/);
    const rows = await sql(
      "select 1 from ledger_transaction union all select 1 from income_credit",
    );
    expect(rows).toEqual([]);
  });

  it("is left to its completion for a minute: neither listed nor given back", async () => {
    expect(replyOf(await operator.get("/admin/paid-carts"), listSchema).carts).toEqual([]);
    expect(refusalOf(await give(operator, cart_id))).toBe("409 cart_not_paid");
  });

  it("is shown to the operator with what was paid for what", async () => {
    await sql("update payment set captured_at = captured_at - interval '5 minutes'");
    const { carts, count } = replyOf(await operator.get("/admin/paid-carts"), listSchema);
    expect(count).toBe(1);
    expect(carts[0]).toMatchObject({ cart_id, paid_fen: 3990, refunded_fen: 0 });
    expect(carts[0]?.lines.map((line) => line.quantity)).toEqual([1]);
  });

  it("is given back by nobody but the operator, and not without a reason", async () => {
    for (const name of ["anonymous", "buyer", "cooperative", "county_official"] as const) {
      expect((await give(await shop.visitor(name), cart_id)).status).toBe(401);
    }
    expect(refusalOf(await give(operator, cart_id, " "))).toBe("400 invalid_input");
    expect(refusalOf(await give(operator, "cart_01NOBODY"))).toBe("404 not_found");
  });

  it("is given back once, however often and however many at once ask for it", async () => {
    const asked = await Promise.all(Array.from({ length: 6 }, () => give(operator, cart_id)));
    for (const answer of asked) {
      expect(replyOf(answer, givenSchema)).toEqual({ cart_id, refunded_fen: 3990 });
    }
    expect(replyOf(await give(operator, cart_id), givenSchema).refunded_fen).toBe(3990);
    const row = z.object({ refunds: z.coerce.number(), given: z.coerce.number() });
    const [found] = await look(
      shop.house.database,
      row,
      "select count(*) as refunds, (select count(*) from sandbox_refund) as given from refund where note = '已售罄'",
    );
    expect(found).toEqual({ refunds: 1, given: 1 });
  });

  it("can become no order afterwards, also when the goods are there again", async () => {
    await sql(
      `update inventory_level set stocked_quantity = 5, raw_stocked_quantity = '{"value":"5","precision":20}'
      where inventory_item_id in (select inventory_item_id from product_variant_inventory_item where variant_id = $1)`,
      [goods.variant_id],
    );
    const again = await guest.post("/store/checkout", giftOf(goods.variant_id, 1), withKey(key));
    expect(refusalOf(again)).toBe("409 cart_refunded");
  });

  it("leaves a ledger in which money came without goods and went again", async () => {
    const row = z.object({ kind: z.string(), accounts: z.array(z.string()) });
    const entries = await until(
      () =>
        look(
          shop.house.database,
          row,
          `select t.kind, array_agg(p.account_id order by p.leg) as accounts from ledger_transaction t
             join ledger_posting p on p.transaction_seq = t.seq where t.order_id = $1 group by t.seq order by t.seq`,
          [cart_id],
        ),
      (found) => found.length === 2,
    );
    expect(entries).toEqual([
      { kind: "capture", accounts: ["buyers", "unattributed"] },
      { kind: "refund", accounts: ["buyers", "unattributed"] },
    ]);
    await expectLedgerOk(shop.house.database);
  });
});
