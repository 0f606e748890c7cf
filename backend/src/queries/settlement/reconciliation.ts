/** The ledger beside the bank: what answers what, what may, and what is left on either side. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Query, Reply } from "../../contract/routes";
import { comparisonSchema, sides } from "../../contract/bank-statement";

const ANSWERED = "('matched', 'confirmed')";

const ROW = `json_build_object('id', r.id, 'booked_on', r.booked_on, 'out_fen', r.out_fen, 'in_fen', r.in_fen,
  'payee_masked', r.payee_masked, 'last4', r.last4, 'remark', r.remark, 'serial', r.serial)`;

/** A line with its settlement `s` and voucher `v`, as the contract says it. */
export const LINE = `json_build_object('id', l.id, 'settlement_id', l.settlement_id, 'settlement_number', s.number, 'alias', l.alias,
  'lines', 1, 'reference', l.reference, 'amount_fen', l.amount_fen, 'state', l.state, 'paid_on', v.paid_on,
  'payee_masked', l.payee_masked, 'card_masked', l.card_masked)`;

/** A voucher `w` of many lines with its settlement `ws`. */
export const VOUCHER = `json_build_object('id', w.id, 'settlement_id', w.settlement_id, 'settlement_number', ws.number, 'alias', null,
  'lines', w.line_count, 'reference', w.reference, 'amount_fen', w.amount_fen, 'state', null, 'paid_on', w.paid_on,
  'payee_masked', null, 'card_masked', null)`;

const PAIRS = (states: string): string => `
  select m.id as match_id, m.basis, m.state in ${ANSWERED} as decided, m.made_name as made_by, m.reason, ${ROW} as "row",
         case when m.line_id is not null then ${LINE} else ${VOUCHER} end as line, r.out_fen as amount_fen,
         r.booked_on as day, m.id as tie
    from bank_match m
    join bank_row r on r.id = m.row_id
    left join settlement_line l on l.id = m.line_id
    left join settlement s on s.id = l.settlement_id
    left join transfer_voucher v on v.id = l.voucher_id
    left join transfer_voucher w on w.id = m.voucher_id
    left join settlement ws on ws.id = w.settlement_id
   where m.cooperative_id = :cooperative_id and m.state in ${states}`;

const NO_PAIR = `cast(null as text) as match_id, cast(null as text) as basis, false as decided,
  cast(null as text) as made_by, cast(null as text) as reason`;

/** Each side as SQL; a row that came in shows only when it carries the reference of a line. */
const SIDES: Record<(typeof sides)[number], string> = {
  matched: PAIRS(ANSWERED),
  proposed: PAIRS("('proposed')"),
  bank: `
  select ${NO_PAIR}, ${ROW} as "row", cast(null as json) as line, r.out_fen + r.in_fen as amount_fen, r.booked_on as day, r.id as tie
    from bank_row r
   where r.cooperative_id = :cooperative_id
     and (r.out_fen > 0 or exists (select 1 from settlement_line l where l.cooperative_id = r.cooperative_id
       and l.reference_key = r.reference_key and l.state = 'paid'))
     and not exists (select 1 from bank_match m where m.row_id = r.id and m.state in ${ANSWERED})`,
  ledger: `
  select ${NO_PAIR}, cast(null as json) as "row", ${LINE} as line, l.amount_fen, v.paid_on as day, l.id as tie
    from settlement_line l
    join settlement s on s.id = l.settlement_id
    join transfer_voucher v on v.id = l.voucher_id
   where l.cooperative_id = :cooperative_id and l.state in ('booking', 'paid', 'returning')
     and not exists (select 1 from bank_match m where m.state in ${ANSWERED}
       and (m.line_id = l.id or m.voucher_id = l.voucher_id))`,
};

const pairRow = comparisonSchema;

/** @param cooperative_id of the actor */
export async function reconciliation(
  scope: MedusaContainer,
  cooperative_id: string,
  { side, limit, offset }: Query<"GET /cooperative/reconciliation">,
): Promise<Reply<"GET /cooperative/reconciliation">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const page = await pg.raw<{ rows: unknown[] }>(
    `select * from (${SIDES[side]}) x order by x.day desc, x.tie limit :limit offset :offset`,
    { cooperative_id, limit, offset },
  );
  const counted = await Promise.all(
    sides.map(async (one) => {
      const { rows } = await pg.raw<{ rows: { count: number; amount_fen: string }[] }>(
        `select cast(count(*) as int) as count, cast(coalesce(sum(x.amount_fen), 0) as bigint) as amount_fen from (${SIDES[one]}) x`,
        { cooperative_id },
      );
      return { count: rows[0]?.count ?? 0, amount_fen: Number(rows[0]?.amount_fen ?? 0) };
    }),
  );
  const [matched, proposed, bank, ledger] = counted;
  const nothing = { count: 0, amount_fen: 0 };
  const counts = {
    matched: matched ?? nothing,
    proposed: proposed ?? nothing,
    bank: bank ?? nothing,
    ledger: ledger ?? nothing,
  };
  return {
    comparisons: z.array(pairRow).parse(page.rows),
    count: counts[side].count,
    counts,
  };
}
