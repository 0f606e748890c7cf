/** The one statement that writes a frozen sale with its lines, credits, leaves and empty balances. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import type { FrozenSale, Sale } from "./types";

/** Writes a frozen sale; nothing when the order is frozen already. */
export async function insertSale(
  trx: Knex.Transaction,
  sale: Sale,
  frozen: FrozenSale,
): Promise<void> {
  await trx.raw(
    `with fresh as (
       insert into sale (order_id, sold_at, total_fen) values (:order_id, :sold_at, :total_fen)
       on conflict do nothing returning order_id),
     lines as (
       insert into sale_line (order_line_id, order_id, product_id, product_title, cooperative_id, cooperative_name,
                              lot_code, quantity, paid_fen, return_days, terms)
       select x.order_line_id, f.order_id, x.product_id, x.product_title, x.terms->>'cooperative_id',
              x.terms->>'cooperative_name', x.terms->>'lot_code', x.quantity, x.paid_fen, x.return_days, x.terms
         from fresh f, jsonb_to_recordset(cast(:lines as jsonb)) as x(order_line_id text, product_id text, product_title text,
              quantity bigint, paid_fen bigint, return_days int, terms jsonb)
       returning order_line_id, product_id, cooperative_id),
     credits as (
       insert into income_credit
       select r.* from fresh f, jsonb_to_recordset(cast(:credits as jsonb)) as x(id text, row jsonb),
              jsonb_populate_record(null::income_credit, x.row || jsonb_build_object('order_id', f.order_id)) r
       returning *),
     leaves as (
       insert into sale_leaf (id, order_id, order_line_id, part, owner_id, credit_id, amount_fen)
       select x.id, f.order_id, x.order_line_id, x.part, x.owner_id, x.credit_id, x.amount_fen
         from fresh f, jsonb_to_recordset(cast(:leaves as jsonb)) as x(id text, order_line_id text, part text, owner_id text,
              credit_id text, amount_fen bigint))
     insert into credit_balance (credit_id, order_id, order_line_id, household_id, division_code, cooperative_id,
                                 product_id, category, sold_on)
     select c.id, c.order_id, c.order_line_id, c.household_id, c.division_code, l.cooperative_id, l.product_id,
            c.category, (cast(:sold_at as timestamptz) at time zone 'Asia/Shanghai')::date
       from credits c join lines l using (order_line_id)`,
    {
      order_id: sale.order_id,
      sold_at: sale.sold_at,
      total_fen: sale.total_fen,
      lines: JSON.stringify(frozen.lines),
      credits: JSON.stringify(frozen.credits.map((row) => ({ id: row.id, row }))),
      leaves: JSON.stringify(frozen.leaves),
    },
  );
}
