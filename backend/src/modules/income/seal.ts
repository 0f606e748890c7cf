/**
 * Seals committed transactions into the next block. Transactions are taken by the database transaction that
 * wrote them, never by seq: numbers become visible out of order, and a late one would be left out for ever.
 */
import { createHash } from "node:crypto";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { GENESIS, headerText, type BlockHeader } from "../../contract/proof";
import { leavesOf, NEWEST } from "./leaf-sql";
import { cutLeaves, merkleRoot } from "./merkle";

const whole = z.coerce.number().int();
const hex = z.instanceof(Buffer).transform((bytes) => bytes.toString("hex"));
const headerRow = z.object({
  number: whole,
  count: whole,
  total: whole,
  root: hex,
  previous: hex,
  sealed_at: z.date().transform((at) => at.toISOString()),
  hash: hex,
});

/** The columns of a header. */
export const HEADER = "number, count, total, root, previous, sealed_at, hash";

/** Reads headers from rows. */
export function headersOf(rows: unknown): BlockHeader[] {
  return z.array(headerRow).parse(rows);
}

const lastRow = headerRow.extend({ upto: z.string() });
const rangeRow = z.object({ first: z.string().nullable(), cut: z.string().nullable() });
const leavesRow = z.object({
  seqs: z.string().nullable(),
  leaves: z.instanceof(Buffer).nullable(),
});

// A range ends where a database transaction ends, so that the next block can begin there.
const RANGE = `
select min(r.xid)::text as first, (array_agg(r.xid order by r.xid) filter (where r.at > :limit))[1]::text as cut
  from (select w.written_in as xid, row_number() over (order by w.written_in) as at
          from ledger_transaction w
         where w.written_in >= cast(:from as xid8) and w.written_in < pg_snapshot_xmin(pg_current_snapshot())
         order by w.written_in limit :limit + 1) r`;

const END = "select pg_snapshot_xmin(pg_current_snapshot())::text as xmin";

const LEAVES = `
select array_agg(x.seq order by x.seq)::text as seqs, string_agg(x.leaf, '\\x'::bytea order by x.seq) as leaves
  from (${leavesOf(
    `select * from ledger_transaction
         where written_in >= cast(:from as xid8) and written_in < cast(:upto as xid8)`,
    NEWEST,
  )}) x`;

/** Whether this database transaction may seal; the lock ends with it, also when its process is killed. */
export async function maySeal(trx: Knex.Transaction): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    "select pg_try_advisory_xact_lock(hashtextextended('ledger:seal', 7)) as yes",
  );
  return z.tuple([z.object({ yes: z.boolean() })]).parse(rows)[0].yes;
}

/**
 * Seals the oldest transactions that no block holds.
 *
 * @param trx holds the lock of `maySeal`
 * @param limit transactions in the block; more only when one database transaction wrote more
 * @param now ISO instant for the header
 * @returns the new block; null when there is nothing to seal
 */
export async function sealBlock(
  trx: Knex.Transaction,
  limit: number,
  now: string,
): Promise<BlockHeader | null> {
  const last = await lastBlock(trx);
  const from = last?.upto ?? "0";
  const upto = await rangeEnd(trx, from, limit);
  if (upto === null) return null;
  const { rows } = await trx.raw<{ rows: unknown[] }>(LEAVES, { from, upto });
  const [{ seqs, leaves }] = z.tuple([leavesRow]).parse(rows);
  if (seqs === null || leaves === null) return null;
  const count = leaves.length / 32;
  const header = {
    number: (last?.number ?? 0) + 1,
    count,
    total: (last?.total ?? 0) + count,
    root: merkleRoot(cutLeaves(leaves)).toString("hex"),
    previous: last?.hash ?? GENESIS,
    sealed_at: new Date(now).toISOString(),
  };
  const block = { ...header, hash: hashOf(header) };
  await trx.raw(
    `insert into ledger_block (number, count, total, seqs, leaves, root, previous, hash, sealed_at, upto, form)
     values (:number, :count, :total, cast(:seqs as bigint[]), :leaves, decode(:root, 'hex'),
             decode(:previous, 'hex'), decode(:hash, 'hex'), :sealed_at, cast(:upto as xid8), ${NEWEST})`,
    { ...block, seqs, leaves, upto },
  );
  return block;
}

/** The hash of a header. */
function hashOf(header: Omit<BlockHeader, "hash">): string {
  return createHash("sha256").update(Buffer.of(2)).update(headerText(header)).digest("hex");
}

async function lastBlock(trx: Knex.Transaction): Promise<z.infer<typeof lastRow> | null> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `select ${HEADER}, upto::text as upto from ledger_block order by number desc limit 1`,
  );
  return z.array(lastRow).parse(rows)[0] ?? null;
}

/** Before which database transaction the next block ends; null when nothing waits. */
async function rangeEnd(
  trx: Knex.Transaction,
  from: string,
  limit: number,
): Promise<string | null> {
  // NOTE: read before the range: what commits in between is then left to the next block, never skipped.
  const end = await trx.raw<{ rows: unknown[] }>(END);
  const [{ xmin }] = z.tuple([z.object({ xmin: z.string() })]).parse(end.rows);
  const range = await trx.raw<{ rows: unknown[] }>(RANGE, { from, limit });
  const [{ first, cut }] = z.tuple([rangeRow]).parse(range.rows);
  if (first === null) return null;
  if (cut === null) return BigInt(first) < BigInt(xmin) ? xmin : null;
  return cut === first ? (BigInt(first) + 1n).toString() : cut;
}
