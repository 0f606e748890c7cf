/** The filters of the Search Module as SQL over the tables of an index. */
import { MedusaError } from "@medusajs/framework/utils";
import type { SearchTypes } from "@medusajs/framework/types";
import { z } from "zod";

import { bandOf, bandsOf } from "./bands";
import { anyTag, TAGGED, taggedOf } from "./tags";
import type { DIMENSIONS } from "./tables";

/** A value of a statement. */
type Value = string | number | boolean | string[] | number[] | boolean[];

/** A piece of SQL with its values. */
export interface Sql {
  sql: string;
  values: Value[];
}

/** A condition on goods. */
export interface Condition extends Sql {
  /** The filter as it was asked, by which conditions of several queries are told to be the same. */
  key: string;
  /** The one fact that it asks for, when tallies know it; else it needs the goods themselves. */
  fact: Fact | null;
  /** The same as words of the documents, when they carry it: a `tsquery` literal. */
  tag?: string;
  /** Whether nothing but words can answer it. */
  worded?: true;
}

/** A fact as tallies keep it: a dimension, and the values that will do. */
export interface Fact {
  dimension: keyof typeof DIMENSIONS;
  values: string[];
}

/** Columns that hold one value. */
const SINGLE = new Set(["id", ...TAGGED, "in_stock", "favoured"]);
const NUMBERS = new Set(["price_fen", "household_ppm", "listed_at", "standing", "helping"]);
/** Fields whose values are words of the document. */
const TAGS = new Set(["places", "aliases"]);
/** Columns that hold a list. */
const LISTS = new Set(["townships", "certificates"]);

const dimension = z.enum([
  "category",
  "county",
  "cooperative",
  "favoured",
  "townships",
  "certificates",
]);

/** The fact of a filter by values; several values of a list may be one good's, which tallies count twice. */
function factOf(field: string, values: string[]): Fact | null {
  const known = dimension.safeParse(field);
  if (!known.success || (LISTS.has(field) && values.length > 1)) return null;
  return { dimension: known.data, values };
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const operators = z.strictObject({
  $eq: scalar.optional(),
  $in: z.array(scalar).optional(),
  $gt: z.number().optional(),
  $gte: z.number().optional(),
  $lt: z.number().optional(),
  $lte: z.number().optional(),
  $overlaps: z.array(scalar).optional(),
});
type Operators = z.output<typeof operators>;
const branches = z.array(z.record(z.string(), z.unknown()));

/**
 * The conditions of a filter, all of which must hold.
 *
 * @throws MedusaError `invalid_data` for a field or an operator that the tables cannot answer
 */
export function conditionsOf(filters: SearchTypes.SearchFilters | undefined): Condition[] {
  return Object.entries(filters ?? {}).flatMap(([field, wanted]) => {
    if (wanted === undefined) return [];
    if (field === "$and")
      return branches.parse(wanted).flatMap((branch) => conditionsOf(asFilters(branch)));
    const key = JSON.stringify([field, wanted]);
    if (field === "$or") return [{ key, ...either(branches.parse(wanted)) }];
    if (field === "$not")
      return [{ key, ...negated(z.record(z.string(), z.unknown()).parse(wanted)) }];
    return [{ key, ...conditionOf(field, operatorsOf(field, wanted)) }];
  });
}

/** All of several conditions as one. */
export function all(conditions: readonly Sql[]): Sql {
  return {
    sql: conditions.map((one) => `(${one.sql})`).join(" and ") || "true",
    values: conditions.flatMap((one) => one.values),
  };
}

function asFilters(branch: Record<string, unknown>): SearchTypes.SearchFilters {
  // NOTE: the module's type is open; what a branch holds is checked field by field here.
  return Object.assign<SearchTypes.SearchFilters, object>({}, branch);
}

type Answer = Omit<Condition, "key">;

function either(parts: Record<string, unknown>[]): Answer {
  const alternatives = parts.map((part) => conditionsOf(asFilters(part)));
  return {
    sql: alternatives.map((conditions) => `(${all(conditions).sql})`).join(" or ") || "false",
    values: alternatives.flatMap((conditions) => all(conditions).values),
    fact: null,
  };
}

function negated(part: Record<string, unknown>): Answer {
  const conditions = conditionsOf(asFilters(part));
  const { sql, values } = all(conditions);
  return { sql: `not (${sql})`, values, fact: null };
}

function operatorsOf(field: string, wanted: unknown): Operators {
  if (Array.isArray(wanted)) return { $in: z.array(scalar).parse(wanted) };
  const plain = scalar.safeParse(wanted);
  if (plain.success) return { $eq: plain.data };
  const parsed = operators.safeParse(wanted);
  if (parsed.success) return parsed.data;
  throw refusal(`the filter on "${field}" has an operator that the tables cannot answer`);
}

function conditionOf(field: string, wanted: Operators): Answer {
  const anyOf =
    wanted.$in ?? wanted.$overlaps ?? (wanted.$eq === undefined ? undefined : [wanted.$eq]);
  if (NUMBERS.has(field)) return numeric(field, wanted, anyOf);
  if (anyOf === undefined) throw refusal(`"${field}" can only be asked for by its values`);
  if (SINGLE.has(field)) {
    const values = anyOf.map(String);
    const [only] = values;
    const told = { fact: factOf(field, values), ...taggedOf(field, values) };
    // One value by itself lets an index give its order too.
    if (only !== undefined && values.length === 1) {
      return { sql: `${field} = ?`, values: [only], ...told };
    }
    return { sql: `${field} = any(?)`, values: [values], ...told };
  }
  if (LISTS.has(field)) {
    const values = anyOf.map(String);
    return { sql: `${field} && ?::text[]`, values: [values], fact: factOf(field, values) };
  }
  if (TAGS.has(field)) {
    const query = anyTag(field, anyOf.map(String));
    return { sql: "words @@ ?::tsquery", values: [query], fact: null, tag: query, worded: true };
  }
  throw refusal(`"${field}" is no filter of this index`);
}

const COMPARED = { $gt: ">", $gte: ">=", $lt: "<", $lte: "<=" } as const;

function numeric(
  field: string,
  wanted: Operators,
  anyOf: (string | number | boolean)[] | undefined,
): Answer {
  const { $gt, $gte, $lt, $lte } = wanted;
  const bounds = Object.entries({ $gt, $gte, $lt, $lte }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ sign: COMPARED[boundName.parse(name)], value }],
  );
  if (anyOf) return { sql: `${field} = any(?)`, values: [anyOf.map(Number)], fact: null };
  const band = field === "price_fen" && $gt === undefined && $lte === undefined;
  if (band && bandOf($gte) !== null && bandOf($lt) !== null) return bands($gte, $lt);
  return {
    sql: bounds.map(({ sign }) => `${field} ${sign} ?`).join(" and ") || "true",
    values: bounds.map(({ value }) => value),
    fact: null,
  };
}

const boundName = z.enum(["$gt", "$gte", "$lt", "$lte"]);

/** Prices from one edge to another are whole bands, which tallies know. */
function bands(from: number | undefined, to: number | undefined): Answer {
  const values = bandsOf(from, to);
  return {
    sql: "band = any(?)",
    values: [values.map(Number)],
    fact: { dimension: "band", values },
  };
}

/** What the tables cannot answer. */
export function refusal(reason: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, reason);
}
