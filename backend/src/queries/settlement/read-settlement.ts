/** One settlement with everything that was done to it, and what the reader may do next. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";
import { settlementVerbs } from "../../contract/settlement-words";
import {
  mayPrepare,
  SETTLEMENT_MODULE,
  stepRefusal,
  takesTwo,
  type ApprovalRule,
  type SettlementHead,
  type SettlementModuleService,
} from "../../modules/settlement";
import type { CooperativeRole } from "../../contract/roles";
import { refuse } from "../../refuse";
import { approvalRule } from "./approval-rule";
import { findSettlement, type SettlementWall } from "./list-settlements";
import { complainedLines } from "./under-complaint";

type Settlement = Reply<"GET /cooperative/settlements/:id">["settlement"];

const fen = z.coerce.number().int();
const stepRow = z.object({
  verb: z.string(),
  name: z.string(),
  role: z.string(),
  reason: z.string().nullable(),
  line_reference: z.string().nullable(),
  at: z.coerce.date(),
});
const voucherRow = z.object({
  id: z.string(),
  bank: z.string(),
  reference: z.string(),
  paid_on: z.string(),
  amount_fen: fen,
  lines: z.int(),
  booked_lines: z.int(),
  has_file: z.boolean(),
  booked_by: z.string(),
  booked_at: z.coerce.date(),
});

const STEPS = `
select p.verb, p.by_name as name, p.by_role as role, p.reason, l.reference as line_reference, p.at
  from settlement_step p left join settlement_line l on l.id = p.line_id
 where p.settlement_id = ? order by p.id limit 500`;

const VOUCHERS = `
select v.id, v.bank, v.reference, v.paid_on::text, v.amount_fen, v.line_count as lines, v.file_id is not null as has_file,
       coalesce(m.name, '') as booked_by, v.booked_at,
       (select count(*)::int from settlement_line l where l.voucher_id = v.id and l.pay_seq is not null) as booked_lines
  from transfer_voucher v left join cooperative_member m on m.id = v.booked_by
 where v.settlement_id = ? order by v.booked_at, v.id limit 200`;

// A credit that holds less than the line takes: a refund came in between.
const CHANGED = `
select count(distinct l.id)::int as count from settlement_line l
  join settlement_item i on i.line_id = l.id and i.live
  left join credit_balance b on b.credit_id = i.credit_id
 where l.settlement_id = ? and l.state = 'pending' and coalesce(b.settled_fen, 0) < i.amount_fen`;

/** How many lines of a settlement cannot be paid as they stand. */
export async function changedLines(scope: MedusaContainer, id: string): Promise<number> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { count: number }[] }>(CHANGED, [id]);
  return rows[0]?.count ?? 0;
}

/** Who asks; an official only reads. */
export type Reader = { id: string; role: CooperativeRole } | null;

/**
 * Reads a settlement behind its wall.
 *
 * @throws refusal `not_found` also when it is another's
 */
export async function readSettlement(
  scope: MedusaContainer,
  wall: SettlementWall,
  id: string,
  reader: Reader,
): Promise<{ settlement: Settlement }> {
  const row = await findSettlement(scope, wall, id);
  if (!row) throw refuse("not_found");
  const settlements = scope.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
  const head = await settlements.head(row.cooperative.id, id);
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const [steps, vouchers, changed_lines, complained_lines, rule] = await Promise.all([
    pg.raw<{ rows: unknown[] }>(STEPS, [id]),
    pg.raw<{ rows: unknown[] }>(VOUCHERS, [id]),
    changedLines(scope, id),
    head.status === "exported" ? 0 : complainedLines(scope, id),
    approvalRule(scope, head.division_code, new Date()),
  ]);
  return {
    settlement: {
      ...row,
      rule: { ...rule, two_people: takesTwo(head.total_fen, rule) },
      changed_lines,
      complained_lines,
      steps: z
        .array(stepRow)
        .parse(steps.rows)
        .map((step) => ({ ...step, at: step.at.toISOString() })),
      vouchers: z
        .array(voucherRow)
        .parse(vouchers.rows)
        .map((one) => ({ ...one, booked_at: one.booked_at.toISOString() })),
      may: reader ? actsOf(row, head, reader, rule) : [],
    },
  };
}

function actsOf(
  row: { by_state: Settlement["by_state"] },
  head: SettlementHead,
  reader: NonNullable<Reader>,
  rule: ApprovalRule,
): Settlement["may"] {
  const { pending, booking, returning, left_out } = row.by_state;
  const preparer = { id: head.prepared_by, role: head.prepared_role };
  const isUntouched =
    Object.values(row.by_state).reduce((all, one) => all + one.lines, 0) ===
    pending.lines + left_out.lines;
  const verbs = settlementVerbs.filter(
    (verb) =>
      stepRefusal(verb, { ...head, preparer }, reader, rule) === null &&
      (verb === "submit" || isUntouched),
  );
  if (!mayPrepare(reader.role)) return [];
  const isPaying = head.status === "approved" || head.status === "exported";
  return [
    ...verbs,
    ...(isPaying && pending.lines > 0 ? (["export", "book"] as const) : []),
    ...(booking.lines + returning.lines > 0 ? (["continue"] as const) : []),
  ];
}
