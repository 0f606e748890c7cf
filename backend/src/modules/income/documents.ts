/** The documents that the ledger's functions in the database take: short, since each is parsed once a posting. */
import type { Fen } from "../../contract/money";
import type {
  Contributor,
  FrozenCredit,
  FrozenLine,
  FrozenSale,
  Posting,
  Sale,
  TransactionHead,
} from "./types";

/** One argument of a function of the database. */
export type Argument = string | number | null;

/** A leg in a document; the rest of a posting is said by its account and its transaction. */
type LegDocument = Pick<Posting, "account_id" | "amount_fen"> &
  Partial<Pick<Posting, "leaf_id" | "credit_id">>;

/**
 * What `ledger_capture` takes, in its order: a capture that goes to one credit as a whole, whose legs the database
 * makes.
 *
 * @returns null for every other transaction: its legs must be told
 */
export function captureArguments(
  head: TransactionHead,
  postings: readonly Posting[],
): Argument[] | null {
  const credit_id = head.kind === "capture" ? wholeCreditOf(head.amount_fen, postings) : null;
  const { seen, reverses_seq, movement_no, facts } = head;
  const plain = seen === undefined && reverses_seq === undefined && Object.keys(facts).length === 0;
  if (credit_id === null || movement_no === undefined || !plain) return null;
  const { source_id, hash, order_id, payment_id, amount_fen, occurred_at, cause } = head;
  const by = [amount_fen, occurred_at, cause, movement_no, credit_id];
  return [source_id, hash, order_id, payment_id, ...by];
}

/** The only credit that a capture goes to. */
function wholeCreditOf(amount_fen: Fen, [buyers, one, more]: readonly Posting[]): string | null {
  if (more || buyers?.account_id !== "buyers" || buyers.amount_fen !== -amount_fen) return null;
  if (one?.kind !== "household" || one.state !== "expected") return null;
  const { credit_id, leaf_id } = one;
  return leaf_id === `${credit_id ?? ""}:household` ? credit_id : null;
}

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
 * The frozen parts of a sale, or of an amendment to one; sql/parts.ts says what stands where. What the database makes
 * from the rest is left out: ids of credits and leaves, leaves of lines, grosses, and of a household what the
 * terms say already.
 */
export function partsDocument(
  { lines, leaves, credits }: FrozenSale,
  captured: readonly Posting[] = [],
): object {
  const came = new Map(captured.map((one) => [one.leaf_id, one.amount_fen]));
  const of = (id: string): Fen => came.get(id) ?? 0;
  const apart = leaves.filter((one) => one.order_line_id === null);
  return {
    lines: lines.map((line) => {
      const own = credits.filter((one) => one.order_line_id === line.order_line_id);
      const shares = own.flatMap((one) => sharesOf(one, of(`${one.id}:household`)));
      const parts = PARTS.map((part) => of(`${line.order_line_id}:${part}`));
      return {
        ...lineDocument(line),
        ...mergedOf(line, own),
        shares: arrayOf(shares),
        captured: arrayOf(parts),
      };
    }),
    apart: apart.map((one) => [one.id, one.part, one.owner_id, one.amount_fen, of(one.id)]),
  };
}

/** Parts of a line that are not households', in the order in which documents say what was captured for them. */
const PARTS = ["service", "packing", "freight", "platform", "unattributed"] as const;

function lineDocument({ weight_micro: _, ...line }: FrozenLine): object {
  return line;
}

/** A household that delivered into a lot twice has one credit: then the terms do not say the households. */
function mergedOf(
  { terms }: FrozenLine,
  credits: readonly FrozenCredit[],
): { merged?: Contributor[] } {
  if (!terms || terms.contributors.length === credits.length) return {};
  return {
    merged: credits.map(({ household_id, alias, division_code, linkage, category, weight_g }) => {
      return { household_id, alias, division_code, linkage, category, weight_g };
    }),
  };
}

function sharesOf(credit: FrozenCredit, captured_fen: Fen): number[] {
  const { share_ppm, service_fen, packing_fen, freight_fen, platform_fen, net_fen } = credit;
  return [share_ppm, service_fen, packing_fen, freight_fen, platform_fen, net_fen, captured_fen];
}

/** Whole numbers as PostgreSQL writes an array. @source postgresql.org/docs/18/arrays.html, 8.15.6 */
export function arrayOf(numbers: readonly number[]): string {
  return `{${numbers.join(",")}}`;
}
