/** Freezing sales, alone or with their first capture: the calls of the functions in the database. */
import { z } from "zod";

import { type Argument, saleDocument } from "./documents";
import { freezeSale } from "./freeze-sale";
import { headOf } from "./known";
import { capturePostings } from "./postings";
import { type Asked, call, callWith } from "./statements";
import type { Movement, Posted, Sale } from "./types";
import { wholeSaleArguments } from "./whole-sale";

/** Freezes a sale; answers false when it was frozen before. */
export async function freeze(pg: Asked, sale: Sale): Promise<boolean> {
  const row = await call(pg, "select ledger_freeze(?::jsonb) as result", sale.order_id, {
    ...saleDocument(sale, freezeSale(sale)),
  });
  return z.object({ result: z.boolean() }).parse(row).result;
}

const seq = z.coerce.number().int();
const soldRow = z.object({
  result: z.discriminatedUnion("sold", [
    z.object({ sold: z.literal(true), seq }),
    z.object({ sold: z.literal(false) }),
  ]),
});

/**
 * Freezes a sale and posts its first capture, in one round trip.
 *
 * @returns null when the sale was frozen before: nothing was posted then
 */
export async function sell(pg: Asked, sale: Sale, capture: Movement): Promise<Posted | null> {
  const frozen = freezeSale(sale);
  const head = { ...headOf("capture", capture), cause: "payment", facts: {}, movement_no: 1 };
  const whole = wholeSaleArguments(sale, frozen, head);
  if (whole) return sellWhole(pg, head.key, whole);
  const leaves = frozen.leaves.map((leaf) => ({ ...leaf, captured_fen: 0, reversed_fen: 0 }));
  const postings = capturePostings(sale.order_id, capture.amount_fen, leaves);
  const row = await call(pg, "select ledger_sell(?::jsonb) as result", head.key, {
    sale: saleDocument(sale, frozen, postings),
    capture: head,
  });
  const { result } = soldRow.parse(row);
  return result.sold ? { seq: result.seq, replayed: false } : null;
}

const SELL_WHOLE = "select ledger_sell_whole(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as seq";
// Null first: made a number it would be 0.
const soldWholeRow = z.object({ seq: z.union([z.null(), seq]) });

async function sellWhole(
  pg: Asked,
  key: string,
  whole: readonly Argument[],
): Promise<Posted | null> {
  const found = soldWholeRow.parse(await callWith(pg, SELL_WHOLE, key, whole)).seq;
  return found === null ? null : { seq: found, replayed: false };
}
