/** The office behind the shop: days pass, wages are entered and approved, orders are edited. */
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { look } from "../http/ledger";
import type { Visitor } from "../http/visitor";
import type { TestDatabase } from "../support/postgres";
import { called, type Told } from "./told";
import { settleUp } from "./treasury";

/** Who works in the office. */
export interface Office {
  database: TestDatabase;
  /** One member prepares, the other decides. */
  manager: Visitor;
  bookkeeper: Visitor;
  operator: Visitor;
  variants: readonly string[];
  dice: () => number;
  isOver: () => boolean;
}

const ROUND_MS = 700;
const PERIOD = "2026-10";
const EDITS = 0.3;

/** Return windows end: what was delivered becomes due. */
const TIME_PASSES = `update credit_due set settles_at = now() - interval '1 minute' where settles_at > now()`;

const suppliers = z.object({ households: z.array(z.object({ id: z.string() })).min(1) });
const prepared = z.object({ entry: z.object({ id: z.string() }) });

/** Works until the doors are closed. */
export async function workOn(office: Office, told: Told): Promise<void> {
  const household_id = await employ(office, told);
  for (let n = 1; !office.isOver(); n++) {
    await sleep(ROUND_MS);
    await look(office.database, z.unknown(), TIME_PASSES).catch(() => undefined);
    await payWage(office, told, household_id, n);
    await settleUp(office, told);
    if (office.dice() < EDITS) await editOrder(office, told);
  }
}

/** A contract with somebody, asked for until the house stands long enough to answer. */
async function employ({ manager, isOver }: Office, told: Told): Promise<string> {
  while (!isOver()) {
    const listed = await called(told, () => manager.get("/cooperative/households?limit=1"));
    const household = suppliers.safeParse(listed?.body).data?.households[0];
    if (household) {
      const terms = { linkage: "wage", terms: "分拣工", starts_on: "2026-01-01" };
      const contract = { household_id: household.id, ...terms };
      const signed = await called(told, () => manager.post("/cooperative/contracts", contract));
      if (signed?.status === 200) return household.id;
    }
    await sleep(ROUND_MS);
  }
  return "";
}

async function payWage(
  { manager, bookkeeper, dice }: Office,
  told: Told,
  household_id: string,
  n: number,
): Promise<void> {
  const amount_fen = 1 + Math.floor(dice() * 500_000);
  const wage = { household_id, linkage: "wage", period: PERIOD, amount_fen, note: `第 ${n} 周` };
  const made = await called(told, () => bookkeeper.post("/cooperative/entries", wage));
  const entry = prepared.safeParse(made?.body).data?.entry;
  if (!entry) return;
  const decision = { entry_ids: [entry.id], decision: "approve" };
  const decided = await called(told, () =>
    manager.post("/cooperative/entries/decisions", decision),
  );
  if (decided?.status === 200) told.entries.set(entry.id, amount_fen);
}

/** The operator adds a box to an order that is placed already. */
async function editOrder(office: Office, told: Told): Promise<void> {
  const orders = [...told.orders.keys()];
  const order_id = orders[Math.floor(office.dice() * orders.length)];
  const [variant_id] = office.variants;
  if (!order_id || !variant_id) return;
  const path = "/admin/order-edits";
  const { operator } = office;
  const begun = await called(told, () => operator.post(path, { order_id }));
  if (begun?.status !== 200) return;
  const items = { items: [{ variant_id, quantity: 1 }] };
  const steps: [string, unknown][] = [
    [`${path}/${order_id}/items`, items],
    [`${path}/${order_id}/request`, {}],
    [`${path}/${order_id}/confirm`, {}],
  ];
  for (const [step, body] of steps) {
    const done = await called(told, () => operator.post(step, body));
    if (done?.status !== 200) return;
  }
}
