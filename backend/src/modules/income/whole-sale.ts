/** Sales that are paid for in one piece, of goods that households stand behind: the database makes all legs of them. */
import { type Argument, arrayOf } from "./documents";
import type { FrozenCredit, FrozenLine, FrozenSale, Sale, TransactionHead } from "./types";

/**
 * What `ledger_sell_whole` takes, in its order; sql/sell-whole.ts says what stands where.
 *
 * @returns null for every other sale: one with delivery or tax apart, with goods that no household stands behind, with
 * a household twice in a lot, or of which only a part is captured
 */
export function wholeSaleArguments(
  sale: Pick<Sale, "order_id" | "sold_at" | "total_fen">,
  frozen: FrozenSale,
  head: TransactionHead,
): Argument[] | null {
  const { source_id, hash, payment_id, amount_fen, occurred_at, cause } = head;
  if (!isFirst(head) || amount_fen !== sale.total_fen || !isPlain(frozen, amount_fen)) return null;
  const shares = frozen.lines.map((line) => creditsOf(line, frozen).flatMap(sharesOf));
  const starts = shares.map((_, n) => shares.slice(0, n).reduce((sum, own) => sum + own.length, 0));
  const goods = frozen.lines.map(({ weight_micro: _, ...line }) => line);
  return [
    ...[sale.order_id, sale.sold_at, source_id, hash, payment_id, amount_fen, occurred_at, cause],
    ...[JSON.stringify(goods), arrayOf(starts), arrayOf(shares.flat())],
  ];
}

/** The first movement of its order, and nothing but a capture. */
function isFirst({ kind, movement_no, facts, seen, reverses_seq }: TransactionHead): boolean {
  const plain = seen === undefined && reverses_seq === undefined && Object.keys(facts).length === 0;
  return plain && kind === "capture" && movement_no === 1;
}

/** Whether each fen belongs to a line, and each line to the households that its terms name. */
function isPlain(frozen: FrozenSale, amount_fen: number): boolean {
  const whole = frozen.credits.reduce((sum, credit) => sum + credit.gross_fen, 0);
  return (
    amount_fen > 0 &&
    whole === amount_fen &&
    frozen.leaves.every((leaf) => leaf.order_line_id !== null) &&
    frozen.lines.every((line) => namesEach(line, creditsOf(line, frozen)))
  );
}

function namesEach({ terms }: FrozenLine, credits: readonly FrozenCredit[]): boolean {
  return (
    terms !== null &&
    terms.contributors.length === credits.length &&
    terms.contributors.every((one, n) => one.household_id === credits[n]?.household_id)
  );
}

function creditsOf({ order_line_id }: FrozenLine, { credits }: FrozenSale): FrozenCredit[] {
  return credits.filter((credit) => credit.order_line_id === order_line_id);
}

function sharesOf(credit: FrozenCredit): number[] {
  const { share_ppm, service_fen, packing_fen, freight_fen, platform_fen, net_fen } = credit;
  return [share_ppm, service_fen, packing_fen, freight_fen, platform_fen, net_fen];
}
