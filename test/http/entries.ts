/** What tests of wages and rents share: a contract, an entry of one member, the approval of another, the payment. */
import { z } from "zod";

import {
  contractReplySchema,
  entriesReplySchema,
  entryReplySchema,
  householdIncomeReplySchema,
  movedReplySchema,
  payablesReplySchema,
} from "@yigou/backend/contract";

import { until } from "./shop";
import { replyOf, type Visitor } from "./visitor";

/** The two members of a cooperative. */
export interface Members {
  bookkeeper: Visitor;
  manager: Visitor;
}

/** A wage of September under its contract. */
export function wageOf(household_id: string, amount_fen = 180_000, note = "采果") {
  return { household_id, linkage: "wage", period: "2026-09", amount_fen, note };
}

/** Keeps a contract with a household. */
export async function contractFor(
  { bookkeeper }: Members,
  household_id: string,
  linkage = "wage",
): Promise<void> {
  const terms = { household_id, linkage, terms: "果园务工，月底结算", starts_on: "2025-03-01" };
  replyOf(await bookkeeper.post("/cooperative/contracts", terms), contractReplySchema);
}

/** Prepares an entry; answers its id. */
export async function prepare({ bookkeeper }: Members, body: object): Promise<string> {
  const reply = await bookkeeper.post("/cooperative/entries", body);
  return replyOf(reply, entryReplySchema).entry.id;
}

/** A decision over entries. */
export const decisionOver = (entry_ids: string[], decision = "approve") => ({
  entry_ids,
  decision,
  ...(decision === "refuse" ? { reason: "金额不对" } : {}),
});

/** Approves entries as the manager. */
export async function approve({ manager }: Members, entry_ids: string[]): Promise<void> {
  const path = "/cooperative/entries/decisions";
  replyOf(await manager.post(path, decisionOver(entry_ids)), z.unknown());
}

/** One entry as it stands. */
export async function entryOf({ bookkeeper }: Members, id: string) {
  const reply = await bookkeeper.get("/cooperative/entries?limit=100");
  const found = replyOf(reply, entriesReplySchema).entries.find((entry) => entry.id === id);
  if (!found) throw new Error("there is no such entry");
  return found;
}

let references = 0;

/** Pays a household everything that is settled, once the settling has come round; answers the sum. */
export async function payOut({ manager }: Members, household_id: string): Promise<number> {
  const settled = async () => {
    const reply = replyOf(await manager.get("/cooperative/payables"), payablesReplySchema);
    return reply.payables.find((one) => one.household_id === household_id)?.settled_fen ?? 0;
  };
  const amount_fen = await until(settled, (fen) => fen > 0, 90_000);
  references += 1;
  const voucher = {
    household_id,
    amount_fen,
    bank: "农村商业银行",
    reference: `W-${String(process.pid)}-${String(references)}`,
    paid_on: "2026-11-22",
  };
  replyOf(await manager.post("/cooperative/payables/pay", voucher), movedReplySchema);
  return amount_fen;
}

/** The credits of a household as its official reads them. */
export async function creditsIn(official: Visitor, household_id: string) {
  const path = `/official/households/${household_id}/income`;
  return replyOf(await official.get(path), householdIncomeReplySchema).credits;
}

/** A wage that was paid to a household and is not confirmed yet. */
export async function paidWage(
  members: Members,
  official: Visitor,
  household_id: string,
  amount_fen: number,
) {
  await contractFor(members, household_id);
  await approve(members, [await prepare(members, wageOf(household_id, amount_fen))]);
  await payOut(members, household_id);
  const credit_ids = (await creditsIn(official, household_id))
    .filter((credit) => credit.state === "paid")
    .map((credit) => credit.id);
  const path = `/official/households/${household_id}`;
  return { household_id, credit_ids, path, confirm: `${path}/confirmations` };
}
