/** The cooperative's money leaves for the households: each round one step further, whatever broke off before. */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import type { Office } from "./office";
import { called, type Told } from "./told";

const rowsSchema = z.object({
  settlements: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      by_state: z.record(z.string(), z.object({ amount_fen: z.number() })),
    }),
  ),
});
type Settlement = z.output<typeof rowsSchema>["settlements"][number];

const IS_EXPORTED = 0.5;

/** Brings the oldest settlement that is under way one step further, or prepares a new one. */
export async function settleUp(office: Office, told: Told): Promise<void> {
  const { bookkeeper } = office;
  const listed = await called(told, () => bookkeeper.get("/cooperative/settlements?limit=100"));
  const rows = rowsSchema.safeParse(listed?.body).data?.settlements;
  if (!rows) return;
  const open = rows.findLast(({ status }) => status !== "closed" && status !== "canceled");
  if (open) await further(office, told, open);
  else await called(told, () => bookkeeper.post("/cooperative/settlements", {}));
}

async function further(office: Office, told: Told, { id, status, by_state }: Settlement) {
  const { bookkeeper, manager, dice } = office;
  const path = `/cooperative/settlements/${id}`;
  const say = (verb: string, who = bookkeeper) =>
    called(told, () => who.post(`${path}/steps`, { verb }));
  if (status === "draft") return say("submit");
  if (status === "submitted") return say("approve", manager);
  if (status === "approved" && dice() < IS_EXPORTED) {
    return called(told, () => bookkeeper.post(`${path}/bank-file`, { format: "csv" }));
  }
  const pending_fen = by_state["pending"]?.amount_fen ?? 0;
  if (pending_fen === 0) return called(told, () => bookkeeper.post(`${path}/booking`));
  const reference = `V-${randomUUID()}`;
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const voucher = { amount_fen: pending_fen, bank: "农村商业银行", reference, paid_on: day };
  const booked = await called(told, () => bookkeeper.post(`${path}/vouchers`, voucher));
  if (booked?.status === 200) told.transfers.push(reference);
  return booked;
}
