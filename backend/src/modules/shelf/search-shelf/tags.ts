/** Facts of a good that are words of its document too, so that one index finds words and facts together. */
import { tagQuery } from "../words";

/** Columns that hold one value which is a word of the document. */
export const TAGGED = ["category", "county", "cooperative"] as const;
const tagged = new Set<string>(TAGGED);

/** A `tsquery` literal that asks for any of some facts. */
export function anyTag(field: string, values: readonly string[]): string {
  return values.map((value) => tagQuery(field, value)).join(" | ");
}

/** The same of a column, when the documents carry it as a word. */
export function taggedOf(field: string, values: readonly string[]): { tag?: string } {
  return tagged.has(field) && values.length > 0 ? { tag: anyTag(field, values) } : {};
}
