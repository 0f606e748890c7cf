/** Tells transactions that were changed from two that were swapped: each carries the other's proof. */
import { createHash } from "node:crypto";

import type { ClientBase } from "pg";
import { z } from "zod";

import { leavesOfAny } from "../../modules/income/leaf-sql";
import type { Gaps } from "./gap";

/** A transaction whose rows no longer have the leaf that was sealed. */
export interface Changed {
  seq: number;
  /** As sealed, in hex. */
  leaf: string;
}

/** With more than these the ledger was not tampered with but lost. */
const MOST = 1_000;

const row = z.object({ seq: z.coerce.number().int(), public_text: z.string() });

/** Adds a gap for each changed transaction, or one for each pair that was swapped. */
export async function nameChanged(
  client: ClientBase,
  changed: readonly Changed[],
  gaps: Gaps,
): Promise<void> {
  const few = changed.slice(0, MOST);
  const partners = few.length > 1 ? await findPartners(client, few) : new Map<number, number>();
  for (const { seq } of changed) {
    const other = partners.get(seq);
    if (other === undefined) gaps.add("a transaction was changed", seq);
    else if (seq < other) gaps.add("two transactions were swapped", `${seq} and ${other}`);
  }
}

async function findPartners(
  client: ClientBase,
  changed: readonly Changed[],
): Promise<Map<number, number>> {
  const sealed = new Map(changed.map(({ seq, leaf }) => [seq, leaf]));
  const { rows } = await client.query(
    leavesOfAny("select * from ledger_transaction where seq = any($1)"),
    [[...sealed.keys()]],
  );
  const texts = z.array(row).parse(rows);
  // NOTE: the seq is the only line of the text that stays with its place when rows are swapped.
  const leafAt = (text: string, seq: number): string =>
    createHash("sha256")
      .update(Buffer.of(0))
      .update(text.replace(/^seq \d+$/m, `seq ${seq}`))
      .digest("hex");
  const partners = new Map<number, number>();
  for (const { seq, public_text } of texts) {
    for (const [other, leaf] of sealed) {
      if (other !== seq && leafAt(public_text, other) === leaf) partners.set(seq, other);
    }
  }
  return partners;
}
