/** The picture of a month: bands from source to party to state, and the chart of accounts beside it. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { flowSchema, type flowReplySchema } from "../../contract/money-flow";
import { figuresOf, lineRow } from "../statement/account-lines";
import { monthAt, periodOf } from "../statement/span";
import { allLegs, bands } from "./flow-sql";
import type { FlowReader } from "./reader";

const fen = z.coerce.number().int();
const flowRow = flowSchema.extend({ amount_fen: fen, postings: fen });
const accountRow = lineRow.extend({ postings: fen });

/**
 * Reads the picture.
 *
 * @param month YYYY-MM; the present month when left out
 * @returns bands that add up at every party, and accounts whose balances add up to zero
 */
export async function readFlow(
  scope: MedusaContainer,
  reader: FlowReader,
  month: string | undefined,
): Promise<z.input<typeof flowReplySchema>> {
  const pg = scope.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION);
  const shown = month ?? monthAt(new Date());
  return pg.transaction((trx) => flowOf(trx, reader, shown), {
    isolationLevel: "repeatable read",
    readOnly: true,
  });
}

/** The picture in one view of the ledger. */
export async function flowOf(
  trx: Knex.Transaction,
  reader: FlowReader,
  month: string,
): Promise<z.input<typeof flowReplySchema>> {
  const isWhole = reader.prefix === "";
  const bindings = { month: periodOf(month), prefix: reader.prefix };
  const flows = await trx.raw<{ rows: unknown[] }>(
    `with ${bands(isWhole)}
     select source, target, sum(share_fen) as amount_fen, count(*) as postings
       from band group by source, target having sum(share_fen) <> 0 order by source, target`,
    bindings,
  );
  const accounts = await trx.raw<{ rows: unknown[] }>(
    `with ${allLegs(isWhole)}
     select account_kind(l.account_id) as kind, account_state(l.account_id) as state,
            ${figuresOf("l.share_fen")}, count(*) filter (where t.period = :month) as postings
       from all_legs l join ledger_transaction t on t.seq = l.seq
      where t.period <= :month
      group by 1, 2 order by 1, 2`,
    { ...bindings, from: bindings.month, to: bindings.month },
  );
  const lines = z.array(accountRow).parse(accounts.rows);
  return {
    month,
    closed_at: isWhole ? null : await closedAt(trx, reader.prefix, bindings.month),
    whole: isWhole,
    flows: z.array(flowRow).parse(flows.rows),
    accounts: lines,
    sum_fen: lines.reduce((sum, line) => sum + line.closing_fen, 0),
  };
}

/** When the county of an area closed a month; null when it is open, or when there are several counties. */
async function closedAt(
  trx: Knex.Transaction,
  prefix: string,
  month: number,
): Promise<string | null> {
  if (prefix.length < 6) return null;
  const { rows } = await trx.raw<{ rows: { closed_at: Date }[] }>(
    "select closed_at from ledger_period where county_code = left(:prefix, 6) and month = :month",
    { prefix, month },
  );
  return rows[0]?.closed_at.toISOString() ?? null;
}
