/**
 * The ids of a page of goods, in their places.
 *
 * Matches of words that were all gathered are ranked. When there are more, the page is looked for first among the
 * goods that stand foremost in the asked order: enough of them carry a frequent word. What is not found there is
 * asked of the words' index.
 */
import type { SearchTypes } from "@medusajs/framework/types";

import { ORDERED, type Plan } from "./counts";
import { all, type Condition, refusal, type Sql } from "./filters";
import { matching } from "./gather";
import { TAGGED } from "./tags";

type Query = SearchTypes.ProviderSearchQuery;

/** Among so many goods that stand foremost a page of a frequent word is looked for. */
const FOREMOST = 60;

/** What a page is made of. */
interface Asked {
  plan: Plan;
  query: Query;
  conditions: readonly Condition[];
  skip: number;
  take: number;
}

/** The common table expressions of a page; the last is `page`, with `id`, `place` and `score`. */
export function pageOf(plan: Plan, query: Query): Sql {
  const { skip = 0, take = 20 } = query.pagination ?? {};
  const here = plan.own[0] ?? [];
  const asked = { plan, query, conditions: [...plan.shared, ...here], skip, take };
  const walk = placed(walkedBy(asked), query);
  if (plan.words === null) return { sql: `page as (${walk.sql})`, values: walk.values };
  const best = ranked(asked, plan.words, here);
  if (!standForemost(asked)) {
    return {
      sql: `page as (${best.sql} union all select * from (${walk.sql}) beyond where not (select exact from size))`,
      values: [...best.values, ...walk.values],
    };
  }
  const near = foremost(asked, plan.words);
  const whole = `(select count(*) = ${take} from near)`;
  return {
    sql: `near as materialized (${near.sql}), page as (${best.sql}
        union all ${placed({ sql: `select * from near where ${whole}`, values: [] }, query).sql}
        union all select * from (${walk.sql}) beyond where not (select exact from size) and not ${whole})`,
    values: [...near.values, ...best.values, ...walk.values],
  };
}

/** The page along an index of words, of a fact, or of the order. */
function walkedBy({ plan, query, conditions, skip, take }: Asked): Sql {
  const where = matching(plan.words, conditions);
  return {
    sql: `select ${keysOf(query)} from ${plan.good} where ${where.sql} order by ${orderOf(query, false)} limit ? offset ?`,
    values: [...where.values, take, skip],
  };
}

/** Goods with their places by the asked order. */
function placed({ sql, values }: Sql, query: Query): Sql {
  const order = orderOf(query, false);
  return {
    sql: `select id, row_number() over (order by ${order}) place, null::real score from (${sql}) walked`,
    values,
  };
}

/**
 * The page of all matches, when they were all gathered. Ranking reads each match's words, which lie out of line:
 * only then.
 */
function ranked({ query, skip, take }: Asked, words: string, here: readonly Condition[]): Sql {
  const kept = all(here);
  const order = orderOf(query, true);
  const rank =
    "_score" in (query.pagination?.order ?? { _score: "DESC" })
      ? { sql: "ts_rank(words, ?::tsquery)", values: [words] }
      : { sql: "0", values: [] };
  return {
    sql: `select * from (
          select id, row_number() over (order by ${order}) place, score::real
            from (select *, ${rank.sql} score from base where (select exact from size) and ${kept.sql}) ranked
          order by ${order} limit ? offset ?
        ) sorted`,
    values: [...rank.values, ...kept.values, take, skip],
  };
}

/** The page among the goods that stand foremost, when there are more matches than were gathered. */
function foremost({ plan, query, conditions, skip, take }: Asked, words: string): Sql {
  const order = orderOf(query, false);
  const where = all(conditions);
  return {
    sql: `select ${keysOf(query)} from (
          select ${keysOf(query)}, words from ${plan.good} where ${where.sql} order by ${order} limit ${FOREMOST}
        ) ahead where not (select exact from size) and words @@ ?::tsquery order by ${order} limit ? offset ?`,
    values: [...where.values, words, take, skip],
  };
}

const tagged = new Set<string>(TAGGED);

/** Whether an index gives the foremost goods in their order (`tables.ts`): any order of all, one order of a fact's. */
function standForemost({ query, conditions, skip, take }: Asked): boolean {
  if (take === 0 || skip + take > FOREMOST) return false;
  if (conditions.length === 0) return true;
  const facts = conditions.every(
    ({ fact }) => fact !== null && tagged.has(fact.dimension) && fact.values.length === 1,
  );
  return facts && orderOf(query, false) === "standing desc, listed_at desc, id";
}

/** The columns that the order asks for, and no other: an index that gives the order has them all. */
function keysOf(query: Query): string {
  return orderOf(query, false).replaceAll(" desc", "");
}

function orderOf(query: Query, withScore: boolean): string {
  const asked = Object.entries(query.pagination?.order ?? { _score: "DESC" });
  const keys = asked.flatMap(([field, direction]) => {
    const down = direction === "DESC" ? " desc" : "";
    if (field === "_score") return withScore ? [`score${down}`] : [];
    if (!ORDERED.has(field)) throw refusal(`"${field}" is no order of this index`);
    return [`${field}${down}`];
  });
  return [...keys, "id"].join(", ");
}
