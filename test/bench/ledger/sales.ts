/** Sales for the bench: divided by the real rules, written down as the documents that the service sends. */
import { captureArguments, saleDocument } from "../../../backend/src/modules/income/documents";
import { freezeSale } from "../../../backend/src/modules/income/freeze-sale";
import { headOf } from "../../../backend/src/modules/income/known";
import { capturePostings } from "../../../backend/src/modules/income/postings";
import { wholeSaleArguments } from "../../../backend/src/modules/income/whole-sale";
import type { Contributor, Movement, Sale } from "../../../backend/src/modules/income/types";

/** Stands in a document where each order puts its own id. */
export const ORDER = "@order@";
/** Stands where each order puts the number of a household. */
export const HOUSEHOLD = "@household@";

/** How a sale is made up. */
export interface Shape {
  lines: number;
  households: number;
  /** Whether the cooperative takes its parts, or all of the price reaches the households. */
  deductions: boolean;
}

const AT = "2026-11-20T03:00:00.000Z";
const LINE_FEN = 12_000;

/** The documents of a sale under the id `@order@`. */
interface Documents {
  /** Freezes it. */
  sale: object;
  /** Arguments that post its capture; none when it does not go to one credit as a whole. */
  capture: readonly (string | number | null)[];
  /** Does both at once. */
  sold: object;
  /** Arguments that do both at once, for a sale that is captured whole. */
  whole: readonly (string | number | null)[];
}

/** The documents as the service sends them. */
export function documentsOf(shape: Shape): Documents {
  const sale = saleOf(shape);
  const frozen = freezeSale(sale);
  const leaves = frozen.leaves.map((leaf) => ({ ...leaf, captured_fen: 0, reversed_fen: 0 }));
  const amount_fen = sale.total_fen;
  const movement = { id: ORDER, payment_id: `pay-${ORDER}`, order_id: ORDER, amount_fen, at: AT };
  const head = { ...headOf("capture", movement), cause: "payment", facts: {}, movement_no: 1 };
  const postings = capturePostings(ORDER, amount_fen, leaves);
  return {
    sale: saleDocument(sale, frozen),
    capture: captureArguments(head, postings) ?? [],
    sold: { sale: saleDocument(sale, frozen, postings), capture: head },
    whole: wholeSaleArguments(sale, frozen, head) ?? [],
  };
}

/** A sale under ids of its own, and its capture, as the service is told of them. */
export function toldSale(
  shape: Shape,
  order: string,
  household: string,
): { sale: Sale; capture: Movement } {
  const sale = saleOf(shape, order, household);
  const { total_fen: amount_fen } = sale;
  return {
    sale,
    capture: { id: order, payment_id: `pay-${order}`, order_id: order, amount_fen, at: AT },
  };
}

function saleOf(
  { lines, households, deductions }: Shape,
  order = ORDER,
  household = HOUSEHOLD,
): Sale {
  return {
    order_id: order,
    sold_at: AT,
    total_fen: lines * LINE_FEN,
    shipping_micro: 0,
    tax_micro: 0,
    lines: Array.from({ length: lines }, (_, i) => ({
      order_line_id: `${order}-${i.toString()}`,
      product_id: `prod_${i.toString()}`,
      product_title: "赣南脐橙 10 斤装",
      quantity: 3,
      weight_micro: LINE_FEN * 10_000,
      return_days: 3,
      terms: {
        cooperative_id: "coop_hot",
        cooperative_name: "金盆山合作社",
        lot_code: "JP-2026-11",
        service_ppm: deductions ? 200_000 : 0,
        platform_ppm: 0,
        packing_fen: deductions ? 199 : 0,
        freight_fen: deductions ? 200 : 0,
        contributors: Array.from({ length: households }, (_, n) => contributor(n, household)),
      },
    })),
  };
}

function contributor(n: number, household: string): Contributor {
  return {
    household_id: `hh_${n.toString()}_${household}`,
    alias: "钟家",
    division_code: "360722101201",
    weight_g: 620_000 + n * 1000,
    linkage: "purchase",
    category: "business",
  };
}

/**
 * Arguments of a function as SQL text, for pgbench to put its variables into.
 *
 * @param order stands for the order's id in the text
 * @param household stands for the household's number in the text
 */
export function argumentsOf(
  values: readonly (string | number | null)[],
  order: string,
  household: string,
): string {
  const texts = values.map((value) =>
    typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : (value?.toString() ?? "null"),
  );
  return texts.join(", ").replaceAll(ORDER, order).replaceAll(HOUSEHOLD, household);
}

/** A document as an expression over SQL columns, likewise. */
export function expression(document: object, order: string, household: string): string {
  const text = JSON.stringify(document).replaceAll("'", "''");
  return `replace(replace('${text}', '${ORDER}', ${order}), '${HOUSEHOLD}', ${household})::jsonb`;
}
