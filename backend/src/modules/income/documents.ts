/** The documents that the ledger's functions in the database take: short, since each is parsed once a posting. */
import type { Fen } from "../../contract/money";
import type { FrozenCredit, FrozenLine, FrozenSale, Leaf, Posting, Sale } from "./types";

/** A leg in a document; the rest of a posting is said by its account and its transaction. */
type LegDocument = Pick<Posting, "account_id" | "amount_fen"> &
  Partial<Pick<Posting, "leaf_id" | "credit_id">>;

/** The legs of a transaction for `ledger_post`. */
export function legsOf(postings: readonly Posting[]): LegDocument[] {
  return postings.map(({ account_id, leaf_id, credit_id, amount_fen }) => ({
    account_id,
    ...(leaf_id === null ? {} : { leaf_id }),
    ...(credit_id === null ? {} : { credit_id }),
    amount_fen,
  }));
}

/**
 * A sale for `ledger_freeze`, and with the legs of its first capture for `ledger_sell`.
 *
 * @param captured the legs that come with the sale; none when it is not paid for yet
 */
export function saleDocument(
  { order_id, sold_at, total_fen }: Pick<Sale, "order_id" | "sold_at" | "total_fen">,
  frozen: FrozenSale,
  captured: readonly Posting[] = [],
): object {
  return { order_id, sold_at, total_fen, ...partsDocument(frozen, captured) };
}

/**
 * The frozen parts of a sale, or of an amendment to one; sql/parts.ts says what stands where. Ids of credits
 * and leaves are left out: the database makes them from the line, the part and the household.
 */
export function partsDocument(
  { lines, leaves, credits }: FrozenSale,
  captured: readonly Posting[] = [],
): object {
  const came = new Map(captured.map((one) => [one.leaf_id, one.amount_fen]));
  const of = (id: string): Fen => came.get(id) ?? 0;
  const apart = leaves.filter((one) => one.order_line_id === null);
  return {
    lines: lines.map((line) => ({
      ...lineDocument(line),
      credits: credits
        .filter((one) => one.order_line_id === line.order_line_id)
        .map((one) => creditRow(one, of(`${one.id}:household`))),
      leaves: leaves
        .filter((one) => one.order_line_id === line.order_line_id && one.part !== "household")
        .map((one) => leafRow(one, of(one.id))),
    })),
    apart: apart.map((one) => [one.id, ...leafRow(one, of(one.id))]),
  };
}

function lineDocument({ weight_micro: _, ...line }: FrozenLine): object {
  return line;
}

function creditRow(credit: FrozenCredit, captured_fen: Fen): (string | number)[] {
  const { household_id, alias, division_code, linkage, category, weight_g, share_ppm } = credit;
  const { gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen } = credit;
  const who = [household_id, alias, division_code, linkage, category, weight_g, share_ppm];
  return [
    ...who,
    gross_fen,
    service_fen,
    packing_fen,
    freight_fen,
    platform_fen,
    net_fen,
    captured_fen,
  ];
}

function leafRow({ part, owner_id, amount_fen }: Leaf, captured_fen: Fen): (string | number)[] {
  return [part, owner_id, amount_fen, captured_fen];
}
