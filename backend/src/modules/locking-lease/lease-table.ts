/** The SQL of the leases. They never join the caller's transaction, so a lease is seen by everybody at once. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import type { PulseSession } from "./pulse";

/** Keys and the token of the one who asks. */
interface Claim {
  keys: readonly string[];
  owner: string;
}

interface Rows {
  rows: { key: string }[];
}

// A session that another role may not look into counts as living.
const DEAD = `lock_lease.session_pid is not null and not exists (
  select 1 from pg_stat_activity a where a.pid = lock_lease.session_pid
    and (a.backend_start is null or a.backend_start = lock_lease.session_start))`;

// NOTE: knex reads ":keys::text" as a column name, hence cast(). Keys are sorted, so two claims on the
// same keys cannot wait for each other in a circle.
const TAKE = `
  insert into lock_lease (key, owner, expires_at, session_pid, session_start)
  select k, :owner, now() + make_interval(secs => :lease_s), cast(:pid as int), cast(:start as timestamptz)
  from unnest(cast(:keys as text[])) as k order by k
  on conflict (key) do update
    set owner = excluded.owner, expires_at = excluded.expires_at,
      session_pid = excluded.session_pid, session_start = excluded.session_start
    where lock_lease.expires_at < now() or (cast(:again as boolean) and lock_lease.owner = excluded.owner)
      or (${DEAD})
  returning key`;

/**
 * Takes all keys or none.
 *
 * @param session the database session of the process that asks; its end ends the lease
 * @param again whether a lease that the same owner holds already counts as taken (and is prolonged)
 * @returns whether the owner holds all keys now
 */
export async function takeLeases(
  pg: Knex,
  { keys, owner }: Claim,
  { lease_s, again, session }: { lease_s: number; again: boolean; session: PulseSession | null },
): Promise<boolean> {
  const wanted = [...new Set(keys)].sort();
  const { pid, start } = session ?? { pid: null, start: null };
  const claim = { keys: wanted, owner, lease_s, again, pid, start };
  if (wanted.length === 1 || !again) {
    const { rows } = await pg.raw<Rows>(TAKE, claim);
    if (rows.length === wanted.length) return true;
    // A claim of its own had nothing before: what it got beside the keys of others goes back.
    if (rows.length > 0) await dropLeases(pg, { keys: wanted, owner });
    return false;
  }
  const all = await pg.transaction();
  const taken = await all.raw<Rows>(TAKE, claim);
  const complete = taken.rows.length === wanted.length;
  await (complete ? all.commit() : all.rollback());
  return complete;
}

/** Prolongs leases that are still held. @returns whether all of them were */
export async function prolongLeases(
  pg: Knex,
  { keys, owner }: Claim,
  lease_s: number,
): Promise<boolean> {
  const wanted = [...new Set(keys)].sort();
  const held = await pg.raw<Rows>(
    `update lock_lease set expires_at = now() + make_interval(secs => :lease_s)
     where key = any(cast(:keys as text[])) and owner = :owner and expires_at >= now() returning key`,
    { keys: wanted, owner, lease_s },
  );
  return held.rows.length === wanted.length;
}

/** Gives leases back. @returns whether all of them were still the owner's own */
export async function dropLeases(pg: Knex, { keys, owner }: Claim): Promise<boolean> {
  const wanted = [...new Set(keys)];
  const dropped = await pg.raw<Rows>(
    `delete from lock_lease where key = any(cast(:keys as text[])) and owner = :owner returning key`,
    { keys: wanted, owner },
  );
  return dropped.rows.length === wanted.length;
}

/** Gives back everything that one owner holds, and whatever expired long ago. */
export async function dropLeasesOf(pg: Knex, owner: string): Promise<void> {
  await pg.raw(
    `delete from lock_lease where owner = :owner or expires_at < now() - interval '1 day'`,
    {
      owner,
    },
  );
}
