/** Orders that are taken back because nobody paid for them, while the database goes away or somebody pays. */
import { withClient } from "../../../backend/local/database";
import { expectLedgerOk } from "../ledger";
import { until } from "../shop";
import { TornShop } from "./torn-shop";

let torn: TornShop;

beforeAll(async () => {
  torn = await TornShop.open();
});
afterAll(() => torn.shop.close());

describe("an order that is taken back", () => {
  it("whose undoing fails in the middle stays undone, and is undone to the end", async () => {
    const before = await torn.reserved();
    const { order } = await torn.pending();
    await torn.unpay(order.id);
    // As when the database goes away: the cart cannot be freed, and no link can be made again.
    const refusing = ["cart", "order_cart", "order_payment_collection"];
    await torn.sql(`create function out_of_reach() returns trigger language plpgsql as
      $$ begin if new.deleted_at is null then raise exception 'out of reach'; end if; return new; end $$`);
    for (const table of refusing) {
      await torn.sql(`create trigger out_of_reach before insert or update on ${table}
        for each row execute function out_of_reach()`);
    }
    const letGo = `select count(*) as v from order_cart where order_id = $1 and deleted_at is not null`;
    try {
      await torn.sql(`alter table order_cart disable trigger out_of_reach`);
      await torn.shiftLink("order_cart", order.id, -300);
      await torn.sql(`alter table order_cart enable trigger out_of_reach`);
      await until(
        () => torn.one(letGo, [order.id]),
        (count) => count === "1",
      );
    } finally {
      for (const table of refusing) await torn.sql(`drop trigger out_of_reach on ${table}`);
    }
    await torn.untilTakenBack(order.id, before);
  }, 90_000);

  it("and is paid in the moment in which it is taken back stays, and is credited", async () => {
    const { order } = await torn.pending();
    await torn.unpay(order.id);
    const collection = `select payment_collection_id from order_payment_collection where order_id = $1`;
    const waits = `select count(*) as v from pg_stat_activity
      where wait_event_type = 'Lock' and query like '%payment_session%for update%'`;
    await withClient(torn.shop.house.database.superuserUrl, async (payer) => {
      await payer.query("begin");
      await payer.query(
        `update payment_session set status = 'authorized' where payment_collection_id in (${collection})`,
        [order.id],
      );
      await torn.shiftLink("order_cart", order.id, -300);
      await until(
        () => torn.one(waits),
        (count) => count !== "0",
      );
      await payer.query(
        `with paid as (
           insert into payment (id, amount, raw_amount, currency_code, provider_id, data, captured_at, payment_collection_id, payment_session_id)
             select 'pay_' || id, amount, raw_amount, currency_code, provider_id, data, now(), payment_collection_id, id
               from payment_session where payment_collection_id in (${collection}) returning *)
         insert into capture (id, amount, raw_amount, payment_id) select 'capt_' || id, amount, raw_amount, id from paid`,
        [order.id],
      );
      await payer.query(
        `update sandbox_charge set state = 'captured' where session_id in (
           select id from payment_session where payment_collection_id in (${collection}))`,
        [order.id],
      );
      await payer.query("commit");
    });
    const credited = `select count(*) as v from ledger_transaction where order_id = $1 and kind = 'capture'`;
    await until(
      () => torn.one(credited, [order.id]),
      (count) => count === "1",
    );
    expect(await torn.statusOf(order.id)).toBe("pending");
  }, 60_000);
});

it("leaves a ledger that verifies", () => expectLedgerOk(torn.shop.house.database));
