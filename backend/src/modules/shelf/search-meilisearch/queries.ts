/** The Search Module's queries as Meilisearch's, and its answers back. */
import type { SearchTypes } from "@medusajs/framework/types";
import { MedusaError } from "@medusajs/framework/utils";
import type { MultiSearchQuery, MultiSearchResult, RecordAny } from "meilisearch" with {
  "resolution-mode": "import",
};

import { filterOf } from "./filters";
import { MOST } from "./settings";

type Query = SearchTypes.ProviderSearchQuery;
type Facet = Exclude<NonNullable<NonNullable<Query["search_options"]>["facets"]>[number], string>;

/** One query for Meilisearch, and what of the result it answers. */
export interface Asked {
  query: MultiSearchQuery;
  /** Number of the Search Module's query. */
  of: number;
  /** A range of a facet, which Meilisearch counts by a query of its own. */
  range?: { field: string; nth: number };
}

/** Everything to ask, in one round trip. */
export function askedOf(queries: readonly Query[]): Asked[] {
  return queries.flatMap((query, of) => {
    assertAsked(query);
    const ranges = requestsOf(query).flatMap((facet) =>
      facet.type === "range"
        ? facet.ranges.map((range, nth) => ({
            query: counting(query, rangeOf(facet.field, range)),
            of,
            range: { field: facet.field, nth },
          }))
        : [],
    );
    return [{ query: whole(query), of }, ...ranges];
  });
}

function requestsOf(query: Query): Facet[] {
  return (query.search_options?.facets ?? []).map((facet) =>
    typeof facet === "string" ? { field: facet, type: "value" } : facet,
  );
}

function assertAsked({ pagination, search_options }: Query): void {
  const { vector, distinct, min_score, highlight, locales } = search_options ?? {};
  if (pagination?.cursor ?? vector ?? distinct ?? min_score ?? locales ?? highlight) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "cursor, vector, distinct, min_score, locales and highlight are not served",
    );
  }
}

function base(query: Query, filter: string): MultiSearchQuery {
  return {
    indexUid: query.index.physical_name,
    q: query.q ?? "",
    filter: [filterOf(query.filters), filter].filter((part) => part !== ""),
    matchingStrategy: query.search_options?.match_strategy === "last" ? "last" : "all",
  };
}

function whole(query: Query): MultiSearchQuery {
  const { skip = 0, take = 20, order = {} } = query.pagination ?? {};
  const sorted = "_score" in order ? [] : Object.entries(order);
  const facets = requestsOf(query).flatMap((facet) =>
    facet.type === "range" ? [] : [facet.field],
  );
  return {
    ...base(query, ""),
    // Whole pages are counted exactly; a page from anywhere is estimated.
    ...(take > 0 && skip % take === 0
      ? { hitsPerPage: take, page: skip / take + 1 }
      : { limit: take, offset: skip }),
    attributesToRetrieve: [...new Set([query.index.primary_key, ...query.attributes_to_retrieve])],
    showRankingScore: query.search_options?.include_score === true,
    ...(sorted.length > 0
      ? { sort: sorted.map(([field, way]) => `${field}:${way === "DESC" ? "desc" : "asc"}`) }
      : {}),
    ...(facets.length > 0 ? { facets } : {}),
  };
}

function counting(query: Query, range: string): MultiSearchQuery {
  return {
    ...base(query, range),
    hitsPerPage: 1,
    page: 1,
    attributesToRetrieve: [query.index.primary_key],
  };
}

function rangeOf(
  field: string,
  { from, to }: { from?: number | string; to?: number | string },
): string {
  const bounds = [
    ...(from === undefined ? [] : [`${field} >= ${from}`]),
    ...(to === undefined ? [] : [`${field} < ${to}`]),
  ];
  return bounds.join(" AND ");
}

type Found = MultiSearchResult<RecordAny>;

/** Meilisearch's answers as results of the queries. */
export function resultsOf(
  queries: readonly Query[],
  asked: readonly Asked[],
  found: readonly Found[],
): SearchTypes.SearchResult[] {
  return queries.map((query, of) => {
    const main = found[asked.findIndex((one) => one.of === of && !one.range)];
    if (!main) throw new Error("Meilisearch left a query without an answer");
    const counted = (field: string, nth: number) =>
      totalOf(
        found[
          asked.findIndex(
            (one) => one.of === of && one.range?.field === field && one.range.nth === nth,
          )
        ],
      );
    const count = totalOf(main);
    return {
      hits: main.hits.map((hit) => hitOf(hit, query)),
      facets: Object.fromEntries(
        requestsOf(query).map((facet) => [facet.field, facetOf(facet, main, counted)]),
      ),
      metadata: {
        skip: query.pagination?.skip ?? 0,
        take: query.pagination?.take ?? 20,
        count: query.search_options?.count === "none" ? null : count,
        query: query.q ?? "",
        processing_time_ms: main.processingTimeMs,
      },
      provider_metadata: { at_least: count >= MOST },
    };
  });
}

function totalOf(found: Found | undefined): number {
  return found?.totalHits ?? found?.estimatedTotalHits ?? 0;
}

function hitOf(hit: RecordAny, query: Query): SearchTypes.SearchHit {
  const { _rankingScore: score, ...document } = hit;
  return {
    id: String(document[query.index.primary_key]),
    document,
    ...(typeof score === "number" ? { score } : {}),
  };
}

function facetOf(
  facet: Facet,
  main: Found,
  counted: (field: string, nth: number) => number,
): SearchTypes.SearchFacetResult {
  if (facet.type === "range") {
    const ranges = facet.ranges.map(({ key, ...range }, nth) => ({
      key: key ?? `${range.from ?? ""}-${range.to ?? ""}`,
      ...range,
      count: counted(facet.field, nth),
    }));
    return { type: "range", ranges };
  }
  const values = Object.entries(main.facetDistribution?.[facet.field] ?? {})
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { type: "value", values };
}
