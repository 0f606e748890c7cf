/** What reading costs at the size of a country: a county's summaries, and a household's page. */
import { asValue } from "@medusajs/framework/awilix";
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils";
import knex, { type Knex } from "knex";

import { summaryQuerySchema } from "../../../backend/src/contract/income";
import { householdIncome } from "../../../backend/src/queries/income/household-income";
import { rolledSummary } from "../../../backend/src/queries/income/summary-rolled";
import { rolledQuestionOf } from "../../../backend/src/queries/income/summary-span";
import { median } from "../report";
import { A_COUNTY, type Country } from "./country";
import { cpuOf } from "./cpu";
import type { Finding } from "./item";
import { timed, type OpenedLedger } from "./opened";

/** The size that a county's summary is compared with. */
export const SMALL_ENTRIES = 10_000;
const READS = 200;
const PAGES = 500;
const GROUPS = ["division", "month", "category"] as const;

/** A county's summary: against aggregating the entries, and against itself in a small ledger. */
export async function readCounty(large: OpenedLedger, small: OpenedLedger): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const group_by of GROUPS) {
    const question = rolledQuestionOf(A_COUNTY, summaryQuerySchema.parse({ group_by }));
    if (!question) throw new Error("the roll-ups must answer this");
    const one = ({ scope }: OpenedLedger) => timed(() => rolledSummary(scope, A_COUNTY, question));
    const times: Record<"large" | "small", number[]> = { large: [], small: [] };
    for (let n = 0; n < READS; n++) {
      times.small.push(await one(small));
      times.large.push(await one(large));
    }
    const full_ms = await timed(() => large.pg.raw(FULL[group_by]));
    const own = median(times.large);
    findings.push(
      {
        what: `a county by ${group_by}: over aggregating all entries`,
        figure: own / full_ms,
        unit: "×",
        target: { is: "at most", value: 1 / 500 },
        note: `${own.toFixed(2)} ms, ${(full_ms / 1000).toFixed(1)} s`,
      },
      {
        what: `a county by ${group_by}: over its own time at ${SMALL_ENTRIES.toLocaleString("en-US")} entries`,
        figure: own / median(times.small),
        unit: "×",
        target: { is: "at most", value: 1.5 },
        note: `${median(times.small).toFixed(2)} ms there`,
      },
    );
  }
  return findings;
}

/** The same figures of a county by aggregating the entries of the ledger. */
function fullSql(key: string): string {
  const state = (name: string) =>
    `sum(p.amount_fen) filter (where account_state(p.account_id) = '${name}')`;
  return `
select ${key}, count(distinct b.household_id), count(distinct b.credit_id),
       ${["expected", "earned", "settled", "paid", "confirmed"].map(state).join(", ")},
       -sum(p.amount_fen) filter (where t.kind = 'refund')
  from ledger_posting p
  join ledger_transaction t on t.seq = p.transaction_seq
  join credit_balance b on b.credit_id = p.credit_id
 where account_kind(p.account_id) = 'household'
 group by left(b.division_code, 6), ${key}`;
}

const FULL = {
  division: fullSql("left(b.division_code, 9)"),
  month: fullSql("to_char(b.sold_on, 'YYYY-MM')"),
  category: fullSql("b.category"),
} as const;

/** The query of a household's income page: processor time here and in PostgreSQL. */
export async function pages(
  { database }: OpenedLedger,
  { households }: Country,
): Promise<Finding[]> {
  const pg: Knex = knex({ client: "pg", connection: database.url, pool: { min: 1, max: 1 } });
  const scope = createMedusaContainer();
  scope.register(ContainerRegistrationKeys.PG_CONNECTION, asValue(pg));
  try {
    const page = (n: number) =>
      householdIncome(scope, `hh_${((n * 7919) % households).toString()}`, {});
    for (let n = 0; n < PAGES; n++) await page(n);
    const used_ms = await cpuOf(pg, async () => {
      for (let n = 0; n < PAGES; n++) await page(n);
    });
    return [
      {
        what: "a household's income page, reading",
        figure: used_ms / PAGES,
        unit: "CPU ms",
        target: { is: "at most", value: 5 },
        note: "Node and PostgreSQL, without the HTTP door",
      },
    ];
  } finally {
    await pg.destroy();
  }
}
