/** The goods that words and conditions match, up to as many as are counted. */
import { COUNTED, ORDERED, type Plan } from "./counts";
import { all, type Condition, type Sql } from "./filters";
import { DEAR } from "./sample";

/** Above so many matches of words their number is told as "at least". */
export const MOST = 1_000;

/**
 * Matches up to one more than can be counted, with what facets and orders ask for. Those of the sample come
 * first: a word that many goods carry is found often enough among them, and its long list is never read.
 */
export function gathered({ words, good, sample, shared }: Plan): Sql {
  const where = matching(words, shared);
  const columns = [...COUNTED, ...ORDERED, "words"].join(", ");
  const part = (from: string) =>
    `(select id, ${columns} from ${from} ${where.sql} limit ${MOST + 1})`;
  const parts = where.worded
    ? [part(`${sample} where`), part(`${good} where not sampled and`)]
    : [part(`${good} where`)];
  return {
    sql: `base as materialized (
        select * from (${parts.join(" union all ")}) either limit ${MOST + 1}
      ), size as materialized (select count(*) <= ${MOST} exact from base)`,
    values: parts.flatMap(() => where.values),
  };
}

/** Words and conditions together: facts that are words too join the words, so that one index finds them all. */
export function matching(
  words: string | null,
  conditions: readonly Condition[],
): Sql & { worded: boolean } {
  const tags = conditions.flatMap((one) => one.tag ?? []);
  const worded = words !== null || conditions.some((one) => one.worded);
  // By a fact alone an index of its column gives the order too.
  if (words === null) return { ...all(worded ? [...conditions, dear] : conditions), worded };
  const asked = [words, ...tags].map((one) => `(${one})`).join(" & ");
  const others = conditions.filter((one) => one.tag === undefined);
  return { ...all([{ sql: "words @@ ?::tsquery", values: [asked] }, ...others, dear]), worded };
}

const dear: Sql = { sql: DEAR, values: [] };
