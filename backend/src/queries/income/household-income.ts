/** The income account of one household: every credit back to its order line, lot and voucher. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { AccountQuery } from "../../contract/income";
import { recipientRelations } from "../../contract/recipient";
import type { Reply } from "../../contract/routes";
import { deductionRow, deductionsOf } from "./deductions";
import { GIVEN_BACK, reversedNow } from "./given-back";
import { standingOf, UNTIL } from "./standing";

const fen = z.coerce.number().int();

const row = deductionRow.extend({
  id: z.string(),
  order_id: z.string().nullable(),
  order_display_id: z.coerce.number().int().nullable(),
  order_line_id: z.string().nullable(),
  entry_id: z.string().nullable(),
  product_id: z.string().nullable(),
  product_title: z.string(),
  lot_code: z.string().nullable(),
  linkage: z.string(),
  category: z.string(),
  countable: z.boolean(),
  state: z.enum(["expected", "earned", "settled", "paid", "confirmed"]),
  sold_at: z.coerce.date(),
  quantity: fen,
  weight_g: fen,
  share_ppm: fen,
  gross_fen: fen,
  net_fen: fen,
  reversed_fen: fen,
  expected_fen: fen,
  earned_fen: fen,
  settled_fen: fen,
  paid_fen: fen,
  confirmed_fen: fen,
  reversals: z.array(
    z.object({
      at: z.string(),
      amount_fen: fen,
      cause: z.string(),
      borne_by: z.enum(["household", "cooperative", "loss_pool"]),
    }),
  ),
  voucher: z
    .object({
      bank: z.string(),
      reference: z.string(),
      paid_on: z.string(),
      taken_by: z.enum(recipientRelations).nullable(),
    })
    .nullable(),
});

// A credit of a payroll or contract entry has no order: it was made on the last day of the entry's month.
const sqlOf = (credits: string) => `
select c.id, c.order_id, o.display_id as order_display_id, c.order_line_id, c.entry_id, l.product_id,
       coalesce(l.product_title, '') as product_title, l.lot_code, coalesce(l.cooperative_name, f.name) as cooperative_name,
       c.linkage, c.category, c.countable, b.state,
       coalesce(s.sold_at, cast(b.sold_on as timestamp) at time zone 'Asia/Shanghai') as sold_at,
       coalesce(l.quantity, 1) as quantity, c.weight_g, c.share_ppm, c.gross_fen,
       c.service_fen, c.packing_fen, c.freight_fen, c.platform_fen, c.net_fen, b.reversed_fen,
       b.expected_fen, b.earned_fen, b.settled_fen, b.paid_fen, b.confirmed_fen,
       coalesce((select json_agg(json_build_object('at', t.occurred_at, 'amount_fen', -p.amount_fen, 'cause', coalesce(t.cause, t.kind),
                   'borne_by', case account_kind(p.account_id) when 'household' then 'household'
                                 when 'borne' then 'cooperative' else 'loss_pool' end) order by t.seq)
          from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
         where p.credit_id = c.id and (p.amount_fen < 0 and t.kind in ('refund', 'amend', 'claim', 'entry_reversal') or ${GIVEN_BACK}) and ${UNTIL}), '[]') as reversals,
       (select json_build_object('bank', t.facts->>'bank', 'reference', t.facts->>'reference', 'paid_on', t.facts->>'paid_on',
                       'taken_by', t.facts->>'taken_by')
          from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq and t.kind = 'pay'
         where p.credit_id = c.id and ${UNTIL} order by t.seq desc limit 1) as voucher
  from (${credits}) b
  join income_credit c on c.id = b.credit_id
  left join sale_line l on l.order_line_id = c.order_line_id
  left join cooperative f on f.id = b.cooperative_id
  left join sale s on s.order_id = c.order_id
  left join "order" o on o.id = c.order_id
 where b.credited_fen > 0
 order by sold_at desc, c.id
 limit 2000`;

const OF_HOUSEHOLD = `b.household_id = :household_id
  and b.sold_on >= cast(:from as date) and b.sold_on <= cast(:to as date)`;

/** Days that bound every sale. */
const EVER = { from: "2000-01-01", to: "2999-12-31" } as const;

/**
 * Reads the income account of a household; the caller has checked that the file may be read.
 *
 * @param scope container
 * @param household_id the household
 * @param query first and last day of the sale, Asia/Shanghai, and the past instant if one is asked for
 */
export async function householdIncome(
  scope: MedusaContainer,
  household_id: string,
  query: AccountQuery,
): Promise<Reply<"GET /official/households/:id/income">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const credits = standingOf(query, OF_HOUSEHOLD);
  const { rows } = await pg.raw<{ rows: unknown[] }>(sqlOf(credits.sql), {
    household_id,
    from: query.from ?? EVER.from,
    to: query.to ?? EVER.to,
    ...credits.values,
  });
  const found = z
    .array(row)
    .parse(rows)
    .map((r) => ({ ...r, reversed_fen: reversedNow(r) }));
  const total = (of: (r: z.infer<typeof row>) => number) =>
    found.reduce((sum, r) => sum + of(r), 0);
  return {
    credits: found.map((r) => ({
      ...r,
      product_id: r.product_id ?? "",
      cooperative: r.cooperative_name ?? "",
      sold_at: r.sold_at.toISOString(),
      deductions: deductionsOf(r),
    })),
    total: {
      gross_fen: total((r) => r.gross_fen),
      net_fen: total((r) => r.net_fen),
      reversed_fen: total((r) => r.reversed_fen),
      expected_fen: total((r) => r.expected_fen),
      earned_fen: total((r) => r.earned_fen),
      settled_fen: total((r) => r.settled_fen),
      paid_fen: total((r) => r.paid_fen),
      confirmed_fen: total((r) => r.confirmed_fen),
    },
  };
}
