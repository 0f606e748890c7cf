/** The list of goods with its count and facets, by one question to the Search Module. */
import type { MedusaContainer, SearchTypes } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { z } from "zod";

import { type GoodCard, goodCardSchema } from "../../contract/goods";
import type { Query, Reply } from "../../contract/routes";
import { GOOD_INDEX, PRICE_EDGES_FEN } from "../../modules/shelf";
import { KeptShortly } from "../kept-shortly";
import { labelsOf } from "./facet-labels";
import { meantBy } from "./meant-by";

type GoodsQuery = Query<"GET /store/goods">;
type Goods = Reply<"GET /store/goods">;
type Order = NonNullable<SearchTypes.SearchPagination["order"]>;

const orders: Record<GoodsQuery["sort"], Order> = {
  relevance: { _score: "DESC", standing: "DESC", listed_at: "DESC" },
  helps_first: { helping: "DESC", listed_at: "DESC" },
  price_asc: { price_fen: "ASC" },
  price_desc: { price_fen: "DESC" },
  newest: { listed_at: "DESC" },
};

/** How old the numbers beside a list's filters may be, in milliseconds, and how many lists they are kept of. */
const FACETS_MS = 500;
const MOST_FACETS = 500;

/** Ranges of the price facet, from edge to edge. */
const priceRanges = [0, ...PRICE_EDGES_FEN].map((from, at) => {
  const to = PRICE_EDGES_FEN[at];
  return {
    key: `${from}-${to ?? ""}`,
    ...(at > 0 ? { from } : {}),
    ...(to === undefined ? {} : { to }),
  };
});

const hitSchema = z.object({ card: z.string(), in_stock: z.boolean(), favoured: z.boolean() });

/**
 * A page of goods. Every facet counts what is left under all other filters, so that a buyer sees where
 * the next click leads. When nothing is found, a near word that finds something is named.
 *
 * Facets of lists without words are counted at most twice a second in a process; cards and the count of all are
 * always of this moment.
 *
 * @param query filters, parsed at the door
 * @param state of the shelf, where it is known: facets that were counted in another are counted anew
 */
export async function listGoods(
  scope: MedusaContainer,
  query: GoodsQuery,
  state: number | null = null,
): Promise<Goods> {
  const search = scope.resolve(Modules.SEARCH);
  const name = query.q === undefined ? `${state ?? ""} ${nameOf(query)}` : null;
  const known = name === null ? undefined : kept.get(name);
  const asked_ms = performance.now();
  const found = await search.search(questionOf(query, known === undefined));
  const { hits, metadata, provider_metadata } = found;
  const count = metadata.count ?? 0;
  const facets = known ?? (await facetsOf(scope, found));
  if (name !== null && known === undefined) kept.keep(name, facets, asked_ms);
  return {
    goods: hits.map(({ document }) => goodOf(document)),
    count,
    at_least: provider_metadata?.["at_least"] === true,
    did_you_mean: count === 0 ? await meant(scope, query) : null,
    facets,
  };
}

/** Facets that were counted a moment ago, by what they were counted under. */
const kept = new KeptShortly<Goods["facets"]>(FACETS_MS, MOST_FACETS);

/** All that facets depend on: not the page, nor its order. */
function nameOf({ limit: _limit, offset: _offset, sort: _sort, ...filters }: GoodsQuery): string {
  return JSON.stringify(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function facetsOf(
  scope: MedusaContainer,
  { facets = {} }: SearchTypes.SearchResult,
): Promise<Goods["facets"]> {
  const values = (field: string) => {
    const facet = facets[field];
    return facet?.type === "value" ? facet.values : [];
  };
  const label = (kind: Parameters<typeof labelsOf>[1], field: string) =>
    labelsOf(scope, kind, values(field));
  const price = facets["price_fen"];
  return {
    category: await label("category", "category"),
    county: await label("division", "county"),
    township: await label("division", "townships"),
    cooperative: await label("cooperative", "cooperative"),
    certificate: values("certificates").map(({ value, count: goods }) => ({
      key: value,
      label: value,
      count: goods,
    })),
    price: price?.type === "range" ? price.ranges.map(bandOf) : [],
    favoured: values("favoured").find(({ value }) => value === "true")?.count ?? 0,
  };
}

async function meant(scope: MedusaContainer, query: GoodsQuery): Promise<string | null> {
  if (!query.q) return null;
  const search = scope.resolve(Modules.SEARCH);
  return meantBy(scope, query.q, async (q) => {
    const { entity, fields, filters } = questionOf({ ...query, q }, false);
    const found = await search.search({ entity, fields, filters, pagination: { take: 1 } });
    return found.hits.length > 0;
  });
}

function questionOf(query: GoodsQuery, withFacets: boolean) {
  const facets: SearchTypes.SearchFacetRequest[] = [
    { field: "category" },
    { field: "county" },
    // Without a county the townships of the whole country would be a list that nobody reads.
    ...(query.county === undefined ? [] : [{ field: "townships" }]),
    { field: "cooperative" },
    { field: "certificates" },
    { field: "favoured" },
    { field: "price_fen", type: "range", ranges: priceRanges },
  ];
  return {
    entity: GOOD_INDEX,
    fields: ["card", "in_stock", "favoured"],
    filters: filtersOf(query),
    pagination: { skip: query.offset, take: query.limit, order: orders[query.sort] },
    ...(withFacets ? { search_options: { facets, disjunctive_facets: true } } : {}),
  };
}

function filtersOf(query: GoodsQuery): SearchTypes.SearchFilters {
  const { min_price_fen: from, max_price_fen: to, township } = query;
  const filters: SearchTypes.SearchFilters = {};
  if (query.q) filters.q = query.q;
  if (query.category) filters["category"] = query.category;
  if (query.county) filters["county"] = query.county;
  // Nine digits are a township, fewer the place that it lies in, more one of its villages.
  if (township) filters[township.length < 9 ? "places" : "townships"] = [township.slice(0, 9)];
  if (query.cooperative) filters["cooperative"] = query.cooperative;
  if (query.household) filters["aliases"] = [query.household];
  if (query.certificate) filters["certificates"] = [query.certificate];
  if (query.favoured) filters["favoured"] = true;
  if (from !== undefined || to !== undefined) {
    filters["price_fen"] = {
      ...(from === undefined ? {} : { $gte: from }),
      // Whole fen: up to 19.99 is below 20, which is an edge of the facet.
      ...(to === undefined ? {} : { $lt: to + 1 }),
    };
  }
  return filters;
}

function goodOf(document: object): Goods["goods"][number] {
  const { card, in_stock, favoured } = hitSchema.parse(document);
  return { ...cardOf(card), in_stock, favoured };
}

/** Cards that were checked, by their text: a text is checked once, however often it is shown. */
const checked = new Map<string, GoodCard>();
const MOST_CARDS = 2_000;

function cardOf(text: string): GoodCard {
  const known = checked.get(text);
  if (known) return known;
  const moment = { in_stock: false, favoured: false };
  const card = goodCardSchema.parse(Object.assign(moment, JSON.parse(text)));
  if (checked.size >= MOST_CARDS) checked.clear();
  checked.set(text, card);
  return card;
}

function bandOf({
  from,
  to,
  count,
}: {
  from?: number | string;
  to?: number | string;
  count: number;
}) {
  return {
    from_fen: from === undefined ? null : Number(from),
    to_fen: to === undefined ? null : Number(to) - 1,
    count,
  };
}
