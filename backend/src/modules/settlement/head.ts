/** The head of a settlement, and the steps that move all of it. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { cooperativeRoles } from "../../contract/roles";
import { settlementStatuses, type SettlementVerb } from "../../contract/settlement-words";
import { refuse } from "../../refuse";
import { writeStep, type Rows } from "./register";
import type { Person, SettlementHead } from "./rows";
import { stepRefusal, ways, type Acting, type ApprovalRule } from "./states";

const headRow = z.object({
  id: z.string(),
  cooperative_id: z.string(),
  division_code: z.string(),
  number: z.string(),
  status: z.enum(settlementStatuses),
  total_fen: z.coerce.number().int(),
  prepared_by: z.string(),
  prepared_role: z.enum(cooperativeRoles),
});

/** One settlement of a cooperative. @throws refusal `not_found` */
export async function readHead(
  pg: Knex,
  cooperative_id: string,
  id: string,
  lock = false,
): Promise<SettlementHead> {
  const found = await pg.raw<Rows<unknown>>(
    `select id, cooperative_id, division_code, number, status, total_fen, prepared_by, prepared_role
     from settlement where id = ? and cooperative_id = ?${lock ? " for update" : ""}`,
    [id, cooperative_id],
  );
  const [row] = z.array(headRow).parse(found.rows);
  if (!row) throw refuse("not_found");
  return row;
}

/** A step over a whole settlement. */
export interface StepToTake {
  cooperative_id: string;
  settlement_id: string;
  verb: SettlementVerb;
  reason?: string | undefined;
  rule: ApprovalRule;
  by: Person & Acting;
  at: string;
}

/**
 * Takes a step.
 *
 * @throws refusal `not_found`, `state_conflict`, `forbidden_action`, `same_person`, `settlement_same_role`
 */
export async function takeStep(trx: Knex.Transaction, step: StepToTake): Promise<SettlementHead> {
  const { cooperative_id, settlement_id, verb, reason, rule, by, at } = step;
  const head = await readHead(trx, cooperative_id, settlement_id, true);
  const preparer = { id: head.prepared_by, role: head.prepared_role };
  const refusal = stepRefusal(verb, { ...head, preparer }, by, rule);
  if (refusal) throw refuse(refusal, { status: head.status });
  if (verb !== "submit" && (await isPartlyPaid(trx, settlement_id)))
    throw refuse("state_conflict", { status: head.status });
  const { to } = ways[verb];
  await trx.raw(
    `update settlement set status = ?, approved_by = case when ? = 'approve' then ? when ? = 'send_back' then null
       else approved_by end where id = ?`,
    [to, verb, by.id, verb, settlement_id],
  );
  if (verb === "cancel") await dropLines(trx, settlement_id, at);
  await writeStep(trx, { settlement_id, verb, by, reason, at });
  return { ...head, status: to };
}

/** Once money of it is on its way, a settlement is neither approved anew nor taken back. */
async function isPartlyPaid(trx: Knex.Transaction, settlement_id: string): Promise<boolean> {
  const found = await trx.raw<Rows<unknown>>(
    `select 1 from settlement_line where settlement_id = ? and state not in ('left_out', 'pending') limit 1`,
    [settlement_id],
  );
  return found.rows.length > 0;
}

/** A canceled settlement holds no credit any more. */
async function dropLines(trx: Knex.Transaction, settlement_id: string, at: string): Promise<void> {
  await trx.raw(
    `update settlement_item i set live = false from settlement_line l
     where l.settlement_id = ? and i.line_id = l.id and i.live`,
    [settlement_id],
  );
  await trx.raw(
    `update settlement_line set state = 'canceled', changed_at = ? where settlement_id = ? and state = 'pending'`,
    [at, settlement_id],
  );
}

/**
 * Says that the file for the bank was made; each time again, the first time it moves the settlement on.
 *
 * @throws refusal `not_found`, `state_conflict`
 */
export async function markExported(
  trx: Knex.Transaction,
  {
    cooperative_id,
    settlement_id,
    by,
    at,
  }: Omit<StepToTake, "verb" | "rule" | "by"> & { by: Person },
): Promise<void> {
  const head = await readHead(trx, cooperative_id, settlement_id, true);
  if (head.status !== "approved" && head.status !== "exported")
    throw refuse("state_conflict", { status: head.status });
  await trx.raw(`update settlement set status = 'exported' where id = ?`, [settlement_id]);
  await writeStep(trx, { settlement_id, verb: "export", by, at });
}
