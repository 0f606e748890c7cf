/** The picture of a month: bands from source to party to state, and the chart of accounts beside it. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { flowSchema, type flowReplySchema } from "../../contract/money-flow";
import { figuresOf, lineRow } from "../statement/account-lines";
import { monthAt, periodOf } from "../statement/span";
import { allLegs, bands } from "./flow-sql";
import { keptMonth, type KeptMonth, nothingKept } from "./kept-month";
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

/**
 * The picture in one view of the ledger.
 *
 * @param keptUntil what is kept of months that are over; every account of the ledger can start from there
 */
export async function flowOf(
  trx: Knex.Transaction,
  reader: FlowReader,
  month: string,
  keptUntil = keptMonth,
): Promise<z.input<typeof flowReplySchema>> {
  const isWhole = reader.prefix === "";
  const period = periodOf(month);
  const kept = await (isWhole ? keptUntil(trx, period) : nothingKept());
  const isKept = kept.month === period;
  const accounts = isKept ? kept.accounts : await accountsOf(trx, reader.prefix, period, kept);
  return {
    month,
    closed_at: isWhole ? null : await closedAt(trx, reader.prefix, period),
    whole: isWhole,
    flows: isKept ? kept.flows : await bandsOf(trx, reader.prefix, period),
    accounts,
    sum_fen: accounts.reduce((sum, line) => sum + line.closing_fen, 0),
  };
}

async function bandsOf(
  trx: Knex.Transaction,
  prefix: string,
  month: number,
): Promise<z.infer<typeof flowRow>[]> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `with ${bands(prefix === "")}
     select source, target, sum(share_fen) as amount_fen, count(*) as postings
       from band group by source, target having sum(share_fen) <> 0 order by source, target`,
    { month, prefix },
  );
  return z.array(flowRow).parse(rows);
}

/** Where every account stands: at the end of the month that is kept, and what was posted since. */
async function accountsOf(
  trx: Knex.Transaction,
  prefix: string,
  month: number,
  kept: KeptMonth,
): Promise<Account[]> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `with ${allLegs(prefix === "")}
     select account_kind(l.account_id) as kind, account_state(l.account_id) as state,
            ${figuresOf("l.share_fen")}, count(*) filter (where t.period = :month) as postings
       from all_legs l join ledger_transaction t on t.seq = l.seq
      where t.period <= :month and t.period > :kept
      group by 1, 2`,
    { month, prefix, from: month, to: month, kept: kept.month },
  );
  const lines = new Map(
    z
      .array(accountRow)
      .parse(rows)
      .map((line) => [nameOf(line), line]),
  );
  for (const { kind, state, closing_fen: fen } of kept.accounts) {
    const line = lines.get(nameOf({ kind, state })) ?? { kind, state, ...NOTHING };
    const [opening_fen, closing_fen] = [line.opening_fen + fen, line.closing_fen + fen];
    lines.set(nameOf(line), { ...line, opening_fen, closing_fen });
  }
  return [...lines.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

type Account = z.infer<typeof accountRow>;
const NOTHING = {
  opening_fen: 0,
  in_fen: 0,
  moved_fen: 0,
  out_fen: 0,
  closing_fen: 0,
  postings: 0,
};
const nameOf = ({ kind, state }: Pick<Account, "kind" | "state">) => `${kind}:${state ?? ""}`;

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
