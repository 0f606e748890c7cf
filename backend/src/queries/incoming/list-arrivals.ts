/** Arrived money beside the orders that wait for it. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Reply } from "../../contract/routes";
import {
  INCOMING_MODULE,
  matchArrivals,
  type Arrival,
  type IncomingModuleService,
} from "../../modules/incoming";
import { listTransfers } from "../order/list-transfers";

type Arrivals = Reply<"GET /admin/incoming-transfers">;

/** What a person looks through at once. */
const MOST = 500;

/** Proposals, what is left, and what is still awaited. */
export async function listArrivals(scope: MedusaContainer): Promise<Arrivals> {
  const rows = await scope.resolve<IncomingModuleService>(INCOMING_MODULE).open(MOST);
  const { transfers } = await listTransfers(scope, { limit: MOST, offset: 0 });
  const awaited = transfers.map(({ amount_fen, ...transfer }) => ({
    ...transfer,
    due_fen: amount_fen,
  }));
  const { proposals, left } = matchArrivals(rows, awaited);
  const known = await knownReferences(scope, left);
  const paired = new Set(proposals.map(({ order }) => order.order_id));
  return {
    proposals,
    left: left.map((row) => ({ ...row, why: whyLeft(row, known) })),
    awaited: awaited.filter(({ order_id }) => !paired.has(order_id)),
  };
}

function whyLeft(row: Arrival, known: Set<string>): Arrivals["left"][number]["why"] {
  if (row.left_fen < row.in_fen) return "rest";
  if (row.reference === null) return "no_reference";
  return known.has(row.reference) ? "not_awaited" : "unknown_reference";
}

/** References of orders that do not wait any more: paid by another transfer, or cancelled. */
async function knownReferences(
  scope: MedusaContainer,
  rows: readonly Arrival[],
): Promise<Set<string>> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const wanted = rows.flatMap(({ reference }) => reference ?? []);
  const found = await pg.raw<{ rows: { reference: string }[] }>(
    `select transfer_reference as reference from order_buyer where transfer_reference = any(?)`,
    [wanted],
  );
  return new Set(found.rows.map(({ reference }) => reference));
}
