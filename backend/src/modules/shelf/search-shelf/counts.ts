/** The counts of a statement: of the whole, of the values of a facet, of its ranges. */
import type { SearchTypes } from "@medusajs/framework/types";

import { bandOf, bandsOf } from "./bands";
import { all, type Condition, refusal, type Sql } from "./filters";
import { DIMENSIONS, TOGETHER } from "./tables";

type Options = NonNullable<SearchTypes.ProviderSearchQuery["search_options"]>;
/** A facet that is asked for. */
export type Facet = Exclude<NonNullable<Options["facets"]>[number], string>;

/** Columns that hold a number and can order a list. */
export const ORDERED = new Set(["price_fen", "listed_at", "standing", "helping", "household_ppm"]);
/** Columns that are counted by. */
export const COUNTED = Object.keys(DIMENSIONS);
const LISTS = new Set(["townships", "certificates"]);

/** What a count is made of. */
export interface Plan {
  good: string;
  sample: string;
  tally: string;
  words: string | null;
  /** Conditions that all queries share, and those of each. */
  shared: Condition[];
  own: Condition[][];
}

/** Rows of a tally that answer a count, and the key in which a dimension stands. */
interface Tallied extends Sql {
  keyOf: (dimension: string) => string;
  /** Whether each value of a further dimension stands in one row. */
  single: boolean;
}

/**
 * The rows of the tally for goods under some conditions.
 *
 * @param also a dimension by whose values they are told apart
 * @returns null when the tally does not know all of it together
 */
export function talliedBy(plan: Plan, own: readonly Condition[], also?: string): Tallied | null {
  const facts = [...plan.shared, ...own].map((one) => one.fact);
  const known = facts.filter((fact) => fact !== null);
  const asked = known.map((fact): string => fact.dimension);
  const dimensions = COUNTED.filter((one) => asked.includes(one) || one === also);
  const twice = new Set(asked).size < asked.length;
  if (plan.words !== null || known.length < facts.length || twice) return null;
  if (dimensions.length > TOGETHER) return null;
  const mask = dimensions.reduce((bits, one) => bits | (1 << (COUNTED.indexOf(one) + 1)), 0);
  const keyOf = (dimension: string) => `k${dimensions.indexOf(dimension) + 1}`;
  const narrowed = known.map(({ dimension }) => `and ${keyOf(dimension)} = any(?)`).join(" ");
  return {
    sql: `from ${plan.tally} where dims = ${mask} ${narrowed}`,
    values: known.map((fact) => fact.values),
    keyOf,
    single: known.every((fact) => fact.values.length === 1),
  };
}

/** Whether a facet needs the goods themselves. */
export function needsGoods(plan: Plan, own: readonly Condition[], facet: Facet): boolean {
  if (facet.type !== "range") return talliedBy(plan, own, facet.field) === null;
  const edges = facet.ranges.flatMap(({ from, to }) => [from, to]);
  const banded = edges.every(
    (edge) => bandOf(edge === undefined ? undefined : Number(edge)) !== null,
  );
  return facet.field !== "price_fen" || !banded || talliedBy(plan, own, "band") === null;
}

/** How many there are in all. */
export function countOf(plan: Plan): Sql {
  const own = plan.own[0] ?? [];
  const tallied = talliedBy(plan, own);
  if (tallied) {
    return {
      sql: `(select coalesce(sum(goods), 0)::int ${tallied.sql}) count`,
      values: tallied.values,
    };
  }
  const where = all(own);
  return { sql: `(select count(*)::int from base where ${where.sql}) count`, values: where.values };
}

const MOST_VALUES = 100;

/** The values or ranges of one facet, as a column of JSON. */
export function facetOf(plan: Plan, own: Condition[], facet: Facet, column: string): Sql {
  if (facet.type === "stats") throw refusal("statistics are no facet of this index");
  const fromGoods = needsGoods(plan, own, facet);
  if (facet.type === "range") {
    const sums = facet.ranges.map(({ from, to }) =>
      fromGoods ? rangeOfGoods(own, facet.field, from, to) : rangeOfTally(plan, own, from, to),
    );
    return {
      sql: `jsonb_build_array(${sums.map((one) => one.sql).join(", ")}) ${column}`,
      values: sums.flatMap((one) => one.values),
    };
  }
  if (!COUNTED.includes(facet.field)) throw refusal(`"${facet.field}" is no facet of this index`);
  const counted = fromGoods
    ? valuesOfGoods(own, facet.field)
    : valuesOfTally(plan, own, facet.field);
  const order = facet.sort === "alpha" ? "value" : "count desc, value";
  return {
    sql: `(select coalesce(jsonb_agg(jsonb_build_object('value', value, 'count', count) order by ${order}), '[]')
      from (${counted.sql} order by ${order} limit ?) f) ${column}`,
    values: [...counted.values, facet.limit ?? MOST_VALUES],
  };
}

function valuesOfTally(plan: Plan, own: Condition[], field: string): Sql {
  const tallied = talliedBy(plan, own, field);
  const key = tallied?.keyOf(field) ?? "";
  const rows = tallied?.sql ?? "";
  return {
    sql: tallied?.single
      ? `select ${key} as value, goods as count ${rows} and goods > 0`
      : `select ${key} as value, sum(goods)::int as count ${rows} group by 1 having sum(goods) > 0`,
    values: tallied?.values ?? [],
  };
}

function valuesOfGoods(own: Condition[], field: string): Sql {
  const where = all(own);
  const list = LISTS.has(field);
  return {
    sql: `select ${list ? "v.v" : `${field}::text`} as value, count(*)::int as count
      from base${list ? `, unnest(${field}) v` : ""} where ${where.sql} group by 1`,
    values: where.values,
  };
}

type Bound = number | string | undefined;

function numberOf(bound: Bound): number | undefined {
  return bound === undefined ? undefined : Number(bound);
}

function rangeOfTally(plan: Plan, own: Condition[], from: Bound, to: Bound): Sql {
  const tallied = talliedBy(plan, own, "band");
  return {
    sql: `(select coalesce(sum(goods), 0)::int ${tallied?.sql ?? ""} and ${tallied?.keyOf("band") ?? ""} = any(?))`,
    values: [...(tallied?.values ?? []), bandsOf(numberOf(from), numberOf(to))],
  };
}

function rangeOfGoods(own: Condition[], field: string, from: Bound, to: Bound): Sql {
  if (!ORDERED.has(field)) throw refusal(`"${field}" has no ranges`);
  const where = all(own);
  return {
    sql: `(select count(*)::int from base where ${where.sql} and ${field} >= ? and ${field} < ?)`,
    values: [...where.values, numberOf(from) ?? 0, numberOf(to) ?? Number.MAX_SAFE_INTEGER],
  };
}
