/** Sealing until nothing waits: numbers of database transactions are common to all databases of the server. */
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import type { Desk } from "../desk";

const PATIENCE_MS = 60_000;

/** What is sealed, and how many transactions are not. */
export async function sealed({ pg }: Desk): Promise<{ seqs: number[]; waiting: number }> {
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select (select coalesce(array_agg(s), '{}') from ledger_block b, unnest(b.seqs) s) as seqs,
            (select count(*) from ledger_transaction) as all`,
  );
  const row = z.object({ seqs: z.array(z.coerce.number()), all: z.coerce.number() });
  const [found] = z.tuple([row]).parse(rows);
  return { seqs: found.seqs, waiting: found.all - found.seqs.length };
}

/**
 * Seals until everything is in a block: a long transaction in another test's database may hold it up.
 *
 * @returns how many blocks were made
 */
export async function sealAll(
  desk: Desk,
  { limit = 400, witness = null }: { limit?: number; witness?: string | null } = {},
): Promise<number> {
  const until = Date.now() + PATIENCE_MS;
  let made = 0;
  for (;;) {
    const { blocks } = await desk.ledger.seal({ limit, blocks: 100, now: NOW, witness });
    made += blocks.length;
    if ((await sealed(desk)).waiting === 0) return made;
    if (Date.now() > until) throw new Error("not everything was sealed in a minute");
    await sleep(20);
  }
}

/** The instant of every header in these tests. */
export const NOW = "2026-11-22T08:00:00.000Z";
