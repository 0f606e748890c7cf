/** Once a month cooperatives enter wages, now and then a rent, a dividend or a bonus: one prepares, another approves. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { EntryLinkage } from "../../../contract/linkage";
import { listContracts } from "../../../queries/linkage/list-contracts";
import { listSuppliers } from "../../../queries/cooperative/list-suppliers";
import { replyOfRefusal } from "../../../refuse";
import { settleCreditsWorkflow } from "../../../workflows/income/settle-credits";
import { addContractWorkflow } from "../../../workflows/linkage/add-contract";
import { decideEntriesWorkflow } from "../../../workflows/linkage/decide-entries";
import { prepareEntryWorkflow } from "../../../workflows/linkage/prepare-entries";
import type { Market } from "./market";

type Cooperative = Required<Market["cooperatives"][number]>;

interface Plan {
  linkage: EntryLinkage;
  terms: string;
  /** Months of the year, 1 to 12, in which it is entered. */
  months: readonly number[];
  amount_fen: number;
  note: string;
}

const EVERY = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** What the first households of each cooperative get besides their sales; the amounts grow by household. */
const PLANS: readonly Plan[] = [
  {
    linkage: "wage",
    terms: "果园务工，每天 120 元，月底结算",
    months: EVERY,
    amount_fen: 96_000,
    note: "果园务工",
  },
  {
    linkage: "wage",
    terms: "分选打包，按件计酬",
    months: EVERY,
    amount_fen: 72_500,
    note: "分选打包",
  },
  {
    linkage: "land_rent",
    terms: "土地流转 3 亩，每半年付租",
    months: [6, 12],
    amount_fen: 105_000,
    note: "土地流转租金",
  },
  {
    linkage: "dividend",
    terms: "入社股金，按年分红",
    months: [1],
    amount_fen: 38_800,
    note: "年度分红",
  },
  { linkage: "bonus", terms: "", months: [9], amount_fen: 20_000, note: "中秋慰问奖补" },
];

/** Enters the month before, for every cooperative that has two people to sign. */
export async function entryDay(
  container: MedusaContainer,
  market: Market,
  at_ms: number,
): Promise<void> {
  const at = new Date(at_ms).toISOString();
  for (const { id, manager, bookkeeper } of market.cooperatives) {
    if (manager && bookkeeper) await enterMonth(container, { id, manager, bookkeeper }, at);
  }
  await settleCreditsWorkflow(container).run({ input: { now: at } });
}

async function enterMonth(
  container: MedusaContainer,
  cooperative: Cooperative,
  at: string,
): Promise<void> {
  const { households } = await listSuppliers(container, cooperative.id, {
    limit: PLANS.length,
    offset: 0,
  });
  const period = monthBefore(at);
  const month = Number(period.slice(5));
  const entry_ids: string[] = [];
  for (const [nth, plan] of PLANS.entries()) {
    const household_id = households[nth]?.id;
    if (household_id === undefined || !plan.months.includes(month)) continue;
    await ensureContract(container, cooperative, household_id, plan);
    const id = await prepare(container, cooperative, { household_id, plan, period, at });
    if (id) entry_ids.push(id);
  }
  if (entry_ids.length === 0) return;
  await decideEntriesWorkflow(container).run({
    input: {
      cooperative_id: cooperative.id,
      entry_ids,
      decision: "approve",
      reason: null,
      decided_by: cooperative.manager.id,
      at,
    },
  });
}

async function ensureContract(
  container: MedusaContainer,
  { id: cooperative_id, bookkeeper }: Cooperative,
  household_id: string,
  { linkage, terms }: Plan,
): Promise<void> {
  if (terms === "") return;
  const { contracts } = await listContracts(container, cooperative_id, { limit: 100, offset: 0 });
  if (contracts.some((one) => one.household_id === household_id && one.linkage === linkage)) return;
  await addContractWorkflow(container).run({
    input: {
      cooperative_id,
      prepared_by: bookkeeper.id,
      household_id,
      linkage,
      terms,
      starts_on: "2024-01-01",
      ends_on: null,
    },
  });
}

/** @returns null when an earlier run has entered it */
async function prepare(
  container: MedusaContainer,
  { id: cooperative_id, bookkeeper }: Cooperative,
  {
    household_id,
    plan,
    period,
    at,
  }: { household_id: string; plan: Plan; period: string; at: string },
): Promise<string | null> {
  const { linkage, amount_fen, note } = plan;
  try {
    const { result } = await prepareEntryWorkflow(container).run({
      input: {
        who: { id: bookkeeper.id, cooperative_id },
        entry: { household: { id: household_id }, linkage, period, amount_fen, note },
        at,
      },
    });
    return result.id;
  } catch (error) {
    if (replyOfRefusal(error)?.body.code === "entry_exists") return null;
    throw error;
  }
}

/** The month before an instant, YYYY-MM. */
function monthBefore(at: string): string {
  const [year = 1970, month = 1] = at.split("-").map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}
