/** The filters of the Search Module in Meilisearch's words. */
import type { SearchTypes } from "@medusajs/framework/types";
import { MedusaError } from "@medusajs/framework/utils";
import { z } from "zod";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const list = z.array(scalar);
const branches = z.array(z.record(z.string(), z.unknown()));

/**
 * One expression for a filter; empty when it keeps everything.
 *
 * @throws MedusaError `invalid_data` for an operator that Meilisearch does not know
 */
export function filterOf(filters: object | undefined): string {
  return Object.entries(filters ?? {})
    .filter(([, wanted]) => wanted !== undefined)
    .map(([field, wanted]) => partOf(field, wanted))
    .filter((part) => part !== "")
    .join(" AND ");
}

function partOf(field: string, wanted: unknown): string {
  if (field === "$and" || field === "$or") {
    const parts = branches
      .parse(wanted)
      .map(filterOf)
      .filter((part) => part !== "");
    return parts.length > 0
      ? `(${parts.map((part) => `(${part})`).join(field === "$or" ? " OR " : " AND ")})`
      : "";
  }
  if (field === "$not") return `NOT (${filterOf(z.record(z.string(), z.unknown()).parse(wanted))})`;
  if (Array.isArray(wanted)) return anyOf(field, wanted);
  const plain = scalar.safeParse(wanted);
  if (plain.success) return `${field} = ${written(plain.data)}`;
  const operators = Object.entries(z.record(z.string(), z.unknown()).parse(wanted));
  return operators.map(([operator, value]) => compared(field, operator, value)).join(" AND ");
}

const SIGNS = new Map<string, string>(
  Object.entries({
    $eq: "=",
    $ne: "!=",
    $gt: ">",
    $gte: ">=",
    $lt: "<",
    $lte: "<=",
  } satisfies Partial<Record<SearchTypes.SearchFilterOperator, string>>),
);

function compared(field: string, operator: string, value: unknown): string {
  const sign = SIGNS.get(operator);
  if (sign) return `${field} ${sign} ${written(scalar.parse(value))}`;
  if (operator === "$in" || operator === "$overlaps") return anyOf(field, value);
  if (operator === "$nin") return `NOT (${anyOf(field, value)})`;
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `${operator} is no filter of Meilisearch`);
}

function anyOf(field: string, values: unknown): string {
  return `${field} IN [${list.parse(values).map(written).join(", ")}]`;
}

function written(value: string | number | boolean): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
