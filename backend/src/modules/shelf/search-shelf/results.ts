/** What the statement found, in the Search Module's words. */
import type { SearchTypes } from "@medusajs/framework/types";

import { refusal } from "./filters";
import { MOST } from "./gather";
import type { Statement } from "./statement";

type Query = SearchTypes.ProviderSearchQuery;

/** A row of the search statement. */
export interface Found {
  here: boolean;
  at_least: boolean;
  count: number;
  hits: { id: string; score: number | null; document: Record<string, unknown> }[];
  [facet: string]: unknown;
}

/** Options that would silently change nothing are refused. */
export function assertAsked({ pagination, search_options }: Query): void {
  const { vector, distinct, min_score, highlight, locales } = search_options ?? {};
  if (pagination?.cursor) throw refusal("pages are asked for by skip and take");
  if (vector ?? distinct ?? min_score ?? locales) {
    throw refusal("vector, distinct, min_score and locales are not served");
  }
  if (highlight) throw refusal("highlights are not served");
}

/** The answer to words in which there is nothing to look for. */
export function nothing(query: Query): SearchTypes.SearchResult {
  return { hits: [], facets: {}, metadata: { ...pageOf(query), count: 0, query: query.q ?? "" } };
}

function pageOf({ pagination }: Query): { skip: number; take: number } {
  return { skip: pagination?.skip ?? 0, take: pagination?.take ?? 20 };
}

/** The answers to several queries that one statement gave. */
export function resultsOf(
  queries: readonly Query[],
  { facets }: Statement,
  found: Found,
  processing_time_ms: number,
): SearchTypes.SearchResult[] {
  return queries.map((query, at) => ({
    hits: at === 0 ? found.hits.map((hit) => hitOf(hit, query)) : [],
    facets: Object.fromEntries(
      (facets[at] ?? []).map(({ column, request }) => [
        request.field,
        facetOf(request, found[column]),
      ]),
    ),
    metadata: {
      ...pageOf(query),
      count: query.search_options?.count === "none" || at > 0 ? null : countOf(found),
      query: query.q ?? "",
      processing_time_ms,
    },
    provider_metadata: { at_least: found.at_least },
  }));
}

/** Exact counts stand as they are; a count that broke off says the last number that is sure. */
function countOf({ at_least, count }: Found): number {
  return at_least ? Math.min(count, MOST) : count;
}

function hitOf(
  { id, score, document }: Found["hits"][number],
  query: Query,
): SearchTypes.SearchHit {
  const scored = query.search_options?.include_score && score !== null ? { score } : {};
  return { id, document, ...scored };
}

function facetOf(
  request: Statement["facets"][number][number]["request"],
  column: unknown,
): SearchTypes.SearchFacetResult {
  const list: unknown[] = Array.isArray(column) ? column : [];
  if (request.type === "range") {
    const ranges = request.ranges.map(({ key, from, to }, at) => ({
      key: key ?? `${from ?? ""}-${to ?? ""}`,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      count: Number(list[at] ?? 0),
    }));
    return { type: "range", ranges };
  }
  return { type: "value", values: list.map(valueOf) };
}

function valueOf(entry: unknown): { value: string; count: number } {
  const { value, count } = { value: "", count: 0, ...(typeof entry === "object" ? entry : {}) };
  return { value, count };
}
