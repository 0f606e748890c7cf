/** Wages made behind the screens: under a contract, approved by a second member, settled and paid. */
import type { Client } from "pg";
import { z } from "zod";

import { type Api, login, loginAs, read } from "../support/api";
import { demo } from "../support/postgres";

const entryReply = z.object({ entry: z.object({ id: z.string() }) });
const payables = z.object({
  payables: z.array(z.object({ household_id: z.string(), settled_fen: z.number() })),
});

/** The two members of the demonstration's cooperative. */
export interface Office {
  manager: Api;
  bookkeeper: Api;
}

/** Logs both in. */
export async function officeOf(backend: Api): Promise<Office> {
  const account = demo().accounts["bookkeeper"];
  if (!account) throw new Error("the demonstration has no bookkeeper");
  return {
    manager: await loginAs(backend, "cooperative"),
    bookkeeper: await login(backend, "cooperative", account),
  };
}

/** Enters a wage of this month for a household and has it approved. */
export async function approvedWage(office: Office, household_id: string, amount_fen: number) {
  const day = new Date().toISOString().slice(0, 10);
  const terms = {
    household_id,
    linkage: "wage",
    terms: "果园务工，月底结算",
    starts_on: "2025-03-01",
  };
  read(await office.bookkeeper.post("/cooperative/contracts", terms), z.unknown());
  const wage = { household_id, linkage: "wage", period: day.slice(0, 7), amount_fen };
  const made = await office.bookkeeper.post("/cooperative/entries", wage);
  const { entry } = read(made, entryReply);
  const decision = { entry_ids: [entry.id], decision: "approve" };
  read(await office.manager.post("/cooperative/entries/decisions", decision), z.unknown());
}

async function settledOf({ manager }: Office, household_id: string): Promise<number> {
  const owed = read(await manager.get("/cooperative/payables"), payables).payables;
  return owed.find((one) => one.household_id === household_id)?.settled_fen ?? 0;
}

/** Lets the time pass that earned income waits, until a household has something payable; answers how much. */
export async function untilSettled(
  office: Office,
  client: Client,
  household_id: string,
): Promise<number> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    await client.query(
      `update credit_due d set settles_at = now() - interval '1 minute'
         from credit_balance b where b.credit_id = d.credit_id and b.household_id = $1`,
      [household_id],
    );
    const settled = await settledOf(office, household_id);
    if (settled > 0) return settled;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("a wage does not become payable");
}

/** The bank pays what is settled. */
export async function payOut({ manager }: Office, household_id: string, amount_fen: number) {
  const voucher = {
    household_id,
    amount_fen,
    bank: "信丰农商银行",
    reference: `ZZ${Date.now().toString(36).toUpperCase()}`,
    paid_on: new Date().toISOString().slice(0, 10),
  };
  read(await manager.post("/cooperative/payables/pay", voucher), z.unknown());
}
