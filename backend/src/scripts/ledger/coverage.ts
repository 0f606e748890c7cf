/** Every transaction that was written before the last seal is in a block, and in one only. */
import type { ClientBase } from "pg";
import { z } from "zod";

import type { Gaps } from "./gap";

const whole = z.coerce.number().int();

const COUNTS = `
select (select count(*) from ledger_transaction t where t.written_in < b.upto) as written,
       (select coalesce(sum(count), 0) from ledger_block) as sealed,
       (select count(*) from ledger_transaction t where t.written_in >= b.upto) as unsealed
  from (select coalesce(max(upto), '0'::xid8) as upto from ledger_block) b`;

const INSERTED = `
select seq from (
  select seq from ledger_transaction where written_in < (select max(upto) from ledger_block)
  except select unnest(seqs) from ledger_block) x order by seq limit 1000`;

const TWICE = `
select seq from (select unnest(seqs) as seq from ledger_block) x group by seq having count(*) > 1 order by seq limit 1000`;

/**
 * Finds transactions that slipped in below a seal, or that are sealed twice.
 *
 * @returns how many wait for their seal
 */
export async function verifyCoverage(client: ClientBase, gaps: Gaps): Promise<number> {
  const row = z.object({ written: whole, sealed: whole, unsealed: whole });
  const { rows } = await client.query(COUNTS);
  const [{ written, sealed, unsealed }] = z.tuple([row]).parse(rows);
  if (written === sealed && gaps.list.length === 0) return unsealed;
  await nameRows(client, INSERTED, "a transaction was inserted below a seal", gaps);
  await nameRows(client, TWICE, "a transaction is sealed twice", gaps);
  return unsealed;
}

async function nameRows(
  client: ClientBase,
  sql: string,
  reason: string,
  gaps: Gaps,
): Promise<void> {
  const { rows } = await client.query(sql);
  for (const { seq } of z.array(z.object({ seq: whole })).parse(rows)) gaps.add(reason, seq);
}
