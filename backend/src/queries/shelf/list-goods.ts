/** The list of goods with its count and facets, in one statement over one table. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Query, Reply } from "../../contract/routes";
import { searchQuery } from "../../modules/shelf";

type GoodsQuery = Query<"GET /store/goods">;
type Goods = Reply<"GET /store/goods">;

/** Fixed text of each order; the product id makes pages stable. */
const orders: Record<GoodsQuery["sort"], string> = {
  relevance: "rank desc, in_stock desc, listed_at desc, product_id",
  price_asc: "price_fen, product_id",
  price_desc: "price_fen desc, product_id",
  newest: "listed_at desc, product_id",
};

interface Where {
  sql: string;
  values: (string | number)[];
}

const nothing: Goods = {
  goods: [],
  count: 0,
  facets: { category: [], county: [], township: [], cooperative: [] },
};

/**
 * A page of goods. Every facet counts what is left under all other filters, so that a buyer sees where
 * the next click leads.
 *
 * @param query filters, parsed at the door
 */
export async function listGoods(scope: MedusaContainer, query: GoodsQuery): Promise<Goods> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const words = query.q ? searchQuery(query.q) : null;
  if (query.q && words === null) return nothing;
  const base = baseOf(query, words);
  const rank =
    words === null
      ? { sql: "0", values: [] }
      : { sql: "ts_rank(search, ?::tsquery)", values: [words] };
  const chosen = [
    equal("category", query.category),
    equal("county_code", query.county),
    townshipOf(query.township),
    equal("cooperative_id", query.cooperative),
  ];
  const page = all(chosen);
  const facets = chosen.map((own) => all(chosen.filter((one) => one !== own || one === null)));
  // Without a county the townships of the whole country would be a list that nobody reads.
  if (query.county === undefined) facets[2] = { sql: "false", values: [] };
  const found = await pg.raw<{ rows: Goods[] }>(
    statement(
      base.sql,
      rank.sql,
      page.sql,
      facets.map((one) => one.sql),
      orders[query.sort],
    ),
    [
      ...rank.values,
      ...base.values,
      ...page.values,
      query.limit,
      query.offset,
      ...page.values,
      ...facets.flatMap((one) => one.values),
    ],
  );
  return found.rows[0] ?? nothing;
}

/** What narrows the list and its facets alike. */
function baseOf(query: GoodsQuery, words: string | null): Where {
  return all([
    words === null ? null : { sql: "search @@ ?::tsquery", values: [words] },
    query.household === undefined
      ? null
      : { sql: "aliases @> array[?]::text[]", values: [query.household] },
    query.min_price_fen === undefined
      ? null
      : { sql: "price_fen >= ?", values: [query.min_price_fen] },
    query.max_price_fen === undefined
      ? null
      : { sql: "price_fen <= ?", values: [query.max_price_fen] },
  ]);
}

function townshipOf(code: string | undefined): Where | null {
  const sql = "exists (select from unnest(township_codes) t where starts_with(t, ?))";
  return code === undefined ? null : { sql, values: [code] };
}

function equal(column: string, value: string | undefined): Where | null {
  return value === undefined ? null : { sql: `${column} = ?`, values: [value] };
}

function all(parts: (Where | null)[]): Where {
  const there = parts.filter((part) => part !== null);
  return {
    sql: there.map((part) => part.sql).join(" and ") || "true",
    values: there.flatMap((part) => part.values),
  };
}

function statement(
  base: string,
  rank: string,
  page: string,
  facets: string[],
  order: string,
): string {
  const [category = "true", county = "true", township = "true", cooperative = "true"] = facets;
  return `
    with base as materialized (
      select product_id, category, category_label, county_code, county_name, township_codes, cooperative_id, cooperative_name,
        price_fen, in_stock, listed_at, ${rank} rank
      from shelf_good where ${base}
    ), page as (
      select product_id, row_number() over (order by ${order}) place
      from base where ${page} order by ${order} limit ? offset ?
    )
    select
      (select coalesce(jsonb_agg(g.card || jsonb_build_object('in_stock', g.in_stock) order by page.place), '[]')
        from page join shelf_good g using (product_id)) goods,
      (select count(*)::int from base where ${page}) count,
      jsonb_build_object(
        'category', (${facet("category", "category_label", category)}),
        'county', (${facet("county_code", "county_name", county)}),
        'township', (${townships(township)}),
        'cooperative', (${facet("cooperative_id", "cooperative_name", cooperative)})
      ) facets`;
}

/** Counts by one key, the fullest first. */
function facet(key: string, label: string, where: string): string {
  return `select coalesce(jsonb_agg(jsonb_build_object('key', f.key, 'label', f.label, 'count', f.count)
      order by f.count desc, f.key), '[]')
    from (select ${key} as key, min(${label}) as label, count(*) as count from base where ${where} group by 1) f`;
}

/** Townships by the goods that come from them; goods of two townships count in both. */
function townships(where: string): string {
  return `select coalesce(jsonb_agg(jsonb_build_object('key', f.key, 'label', f.label, 'count', f.count)
      order by f.count desc, f.key), '[]')
    from (select left(t.code, 9) as key, coalesce(min(d.name), left(t.code, 9)) as label, count(distinct product_id) as count
      from base, unnest(township_codes) as t(code)
      left join division d on d.code = rpad(left(t.code, 9), 12, '0')
      where ${where} group by 1) f`;
}
