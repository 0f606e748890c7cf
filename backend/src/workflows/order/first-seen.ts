/**
 * The age of what bears a date of the future: a clock that went ahead and was set back leaves such rows, and by
 * their dates they would stay "young" for as long as it went ahead. So their age is counted from when this process
 * first saw them, by a clock that nobody sets.
 */

/** What the sweeps look at beside its id: whether its date lies ahead of the database's clock. */
export interface Dated {
  is_ahead: boolean;
}

const firstSeen = new Map<string, number>();
const MOST_REMEMBERED = 10_000;

/**
 * The rows that are old enough: those whose date says so, and those of the future that have stood here for so long.
 *
 * @param rows what a query found: by its date old enough, or ahead
 * @param nameOf under which a row is remembered; another name after each change of it
 * @param age_s how long, in seconds, a row of the future must have been known
 */
export function oldEnough<T extends Dated>(
  rows: readonly T[],
  nameOf: (row: T) => string,
  age_s: number,
): T[] {
  return rows.filter((row) => !row.is_ahead || isKnownFor(nameOf(row), age_s));
}

function isKnownFor(name: string, age_s: number): boolean {
  const now = performance.now();
  const since = firstSeen.get(name);
  if (since !== undefined) return now - since >= age_s * 1000;
  firstSeen.set(name, now);
  // A map remembers the order of its keys: who was seen first is forgotten first.
  const [oldest] = firstSeen.keys();
  if (firstSeen.size > MOST_REMEMBERED && oldest !== undefined) firstSeen.delete(oldest);
  return age_s <= 0;
}

/**
 * The same for SQL: a date is old enough, or of the future, where `oldEnough` judges.
 *
 * @param column an SQL expression of a timestamp; the statement binds `:age_s`
 */
export const oldOrAhead = (column: string): string =>
  `(${column} <= now() - make_interval(secs => :age_s) or ${column} > now())`;
