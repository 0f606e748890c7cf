/** The counting of login attempts. */
import { createHash } from "node:crypto";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";

interface Rows<T> {
  rows: T[];
}

/** Attempts within the window after which a door stays shut. */
export const MAX_FAILURES = 10;
/** How long a failure counts, in seconds. */
export const WINDOW_S = 15 * 60;

/** One knock at a door: whose account, from which address. Kept as hashes, so no address lies in the table. */
export interface Knock {
  account: string | null;
  address: string | null;
}

/** Lets ten failures pass in fifteen minutes, then shuts the door for the rest of the window. */
export class DoorkeeperService {
  readonly #pg: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#pg = __pg_connection__;
  }

  /**
   * Counts an attempt before it is tried: attempts at the same time cannot slip past the count.
   *
   * @returns ids of the counted attempt, or how long the door stays shut
   */
  async knock(knock: Knock): Promise<{ ids: string[] } | { wait_s: number }> {
    const subjects = subjectsOf(knock);
    return this.#pg.transaction(async (trx) => {
      // One knock at a time for each subject: counted together, all of them would see too many and none be counted.
      await trx.raw(
        `select pg_advisory_xact_lock(hashtextextended(subject, 3))
         from (select unnest(cast(? as text[])) as subject order by 1) s`,
        [subjects],
      );
      const found = await trx.raw<Rows<{ attempts: number; wait_s: number }>>(
        `select count(*)::int as attempts,
           ceil(extract(epoch from min(at) + make_interval(secs => :window_s) - now()))::int as wait_s
         from login_attempt
         where subject = any(cast(:subjects as text[])) and at > now() - make_interval(secs => :window_s)
         group by subject order by attempts desc limit 1`,
        { subjects, window_s: WINDOW_S },
      );
      const [worst] = found.rows;
      if (worst && worst.attempts >= MAX_FAILURES) return { wait_s: Math.max(1, worst.wait_s) };
      const counted = await trx.raw<Rows<{ id: string }>>(
        `insert into login_attempt (subject) select unnest(cast(:subjects as text[])) returning id`,
        { subjects },
      );
      return { ids: counted.rows.map((row) => row.id) };
    });
  }

  /** An attempt did no harm: it does not count, and a good login clears the account. */
  async welcome(ids: string[], { account }: Knock): Promise<void> {
    await this.forget(ids);
    if (account)
      await this.#pg.raw(`delete from login_attempt where subject = :subject`, {
        subject: hashed("account", account),
      });
    await this.#pg.raw(
      `delete from login_attempt where at < now() - make_interval(secs => :window_s)`,
      { window_s: WINDOW_S },
    );
  }

  /** Takes counted attempts back. */
  async forget(ids: string[]): Promise<void> {
    await this.#pg.raw(`delete from login_attempt where id = any(cast(:ids as bigint[]))`, { ids });
  }
}

function subjectsOf({ account, address }: Knock): string[] {
  return [account && hashed("account", account), address && hashed("address", address)].flatMap(
    (s) => (s ? [s] : []),
  );
}

function hashed(kind: string, subject: string): string {
  return `${kind}:${createHash("sha256").update(subject).digest("base64url")}`;
}
