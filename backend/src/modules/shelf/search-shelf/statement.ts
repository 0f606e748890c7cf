/**
 * One SQL statement for a page of goods with its count and all its facets, however many queries the Search
 * Module makes of them.
 *
 * Lists without words are counted from tallies and read along an index. With words the matches are gathered
 * once, up to `MOST`; when there are more, the page is read along an index instead (`page.ts`) and counts are told
 * as "at least".
 */
import type { SearchTypes } from "@medusajs/framework/types";

import { searchQuery } from "../words";
import { countOf, type Facet, facetOf, needsGoods, type Plan, talliedBy } from "./counts";
import { type Condition, conditionsOf, type Sql } from "./filters";
import { gathered } from "./gather";
import { pageOf } from "./page";

type Query = SearchTypes.ProviderSearchQuery;

/** A statement and where in its row each answer stands. */
export interface Statement extends Sql {
  /** For each query: which of its facets stand in which column. */
  facets: { column: string; request: Facet }[][];
}

/**
 * The statement for several queries over one index.
 *
 * @param place in which the index stands
 * @param queries with the same words; the first has the page
 * @returns null when what was typed has nothing to look for
 */
export function statementOf(
  place: number,
  name: string,
  queries: readonly [Query, ...Query[]],
): Statement | null {
  const [first] = queries;
  const q = first.q?.trim();
  const words = q
    ? searchQuery(q, first.search_options?.match_strategy === "any" ? "|" : "&")
    : null;
  if (q && words === null) return null;
  const plan = planOf(place, words, queries);
  const parts: Sql[] = [];
  const add = ({ sql, values }: Sql) => {
    parts.push({ sql, values });
  };
  const fromGoods = goodsAreCounted(plan, queries);
  if (fromGoods) add(gathered(plan));
  add(pageOf(plan, first));
  const selected: Sql[] = [
    {
      sql: `exists (select from search_place where place = ${place} and name = ?) here`,
      values: [name],
    },
    hitsOf(plan, first),
    { sql: fromGoods ? "not (select exact from size) at_least" : "false at_least", values: [] },
  ];
  selected.push(countOf(plan));
  const facets = queries.map((query, at) =>
    requestsOf(query).map((request, nth) => {
      const column = `f${at}_${nth}`;
      selected.push(facetOf(plan, plan.own[at] ?? [], request, column));
      return { column, request };
    }),
  );
  const ctes = parts.map((part) => part.sql).join(", ");
  return {
    sql: `with ${ctes} select ${selected.map((one) => one.sql).join(", ")}`,
    values: [...parts, ...selected].flatMap((part) => part.values),
    facets,
  };
}

function requestsOf(query: Query): Facet[] {
  return (query.search_options?.facets ?? []).map((facet) =>
    typeof facet === "string" ? { field: facet, type: "value" } : facet,
  );
}

function planOf(place: number, words: string | null, queries: readonly [Query, ...Query[]]): Plan {
  const asked = queries.map((query) => conditionsOf(query.filters));
  const [first = []] = asked;
  const everywhere = (one: Condition) =>
    asked.every((conditions) => conditions.some((other) => other.key === one.key));
  const shared = first.filter(everywhere);
  const own = asked.map((conditions) => conditions.filter((one) => !everywhere(one)));
  const tables = {
    good: `search_good_${place}`,
    sample: `search_sample_${place}`,
    tally: `search_tally_${place}`,
  };
  return { ...tables, words, shared, own };
}

/** Whether some count cannot be had from the tally. */
function goodsAreCounted(plan: Plan, queries: readonly Query[]): boolean {
  const [first = []] = plan.own;
  return (
    talliedBy(plan, first) === null ||
    queries.some((query, at) =>
      requestsOf(query).some((facet) => needsGoods(plan, plan.own[at] ?? [], facet)),
    )
  );
}

function hitsOf({ good }: Plan, query: Query): Sql {
  const fields = query.attributes_to_retrieve;
  const picked = fields.map(() => `?::text, g.document -> ?::text`).join(", ");
  return {
    sql: `(select coalesce(jsonb_agg(jsonb_build_object('id', page.id, 'score', page.score,
        'document', jsonb_build_object(${picked})) order by page.place), '[]')
      from page join ${good} g using (id)) hits`,
    values: fields.flatMap((field) => [field, field]),
  };
}
