/**
 * Writes the public export: headers, and each transaction's public text under its leaf. Amounts are opened
 * only where at least five households or none stand behind a transaction; whoever may see them all for an
 * audit asks for `allSums`. No account, order, household or place is in it.
 */
import { once } from "node:events";
import { createWriteStream } from "node:fs";

import type { ClientBase } from "pg";
import { z } from "zod";

import { leavesOfAny } from "../../modules/income/leaf-sql";
import { pagesOfBlocks } from "./chain";
import type { Progress } from "./progress";

/** Fewer households than this, and the figure would point at someone. */
const SMALLEST_GROUP = 5;

const ENTRIES = `
select x.seq, x.public_text, x.blind, x.sums, x.legs,
       (select count(distinct account_owner(p.account_id)) from ledger_posting p
         where p.transaction_seq = x.seq and account_kind(p.account_id) = 'household') as households
  from (${leavesOfAny("select * from ledger_transaction where seq = any($1)")}) x`;

const whole = z.coerce.number().int();
const entryRow = z.object({
  seq: whole,
  public_text: z.string(),
  blind: z.string(),
  sums: z.string(),
  legs: whole,
  households: whole,
});
type Entry = z.infer<typeof entryRow>;

/** What to write, and where. */
export interface ExportOptions {
  file: string;
  allSums: boolean;
}

/**
 * Streams the sealed ledger into a file, one JSON object a line.
 *
 * @returns how many transactions were written
 */
export async function exportLedger(
  client: ClientBase,
  { file, allSums }: ExportOptions,
  progress: Progress,
): Promise<number> {
  const out = createWriteStream(file);
  const write = async (line: object): Promise<void> => {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, "drain");
  };
  let transactions = 0;
  let blocks = 0;
  await write({ yigou: "ledger export 1", all_sums: allSums });
  for await (const page of pagesOfBlocks(client)) {
    for (const { header, seqs, leaves } of page) {
      const hexes = leaves.map((leaf) => leaf.toString("hex"));
      await write({ block: header, seqs, leaves: hexes });
      const entries = await readEntries(client, seqs);
      for (const entry of entries) await write(lineOf(entry, allSums));
      transactions += entries.length;
      blocks += 1;
      progress(
        "entries exported",
        entries.reduce((sum, { legs }) => sum + legs, 0),
      );
    }
  }
  await write({ end: { blocks, transactions } });
  out.end();
  await once(out, "close");
  return transactions;
}

async function readEntries(client: ClientBase, seqs: readonly number[]): Promise<Entry[]> {
  const { rows } = await client.query(ENTRIES, [seqs]);
  return z
    .array(entryRow)
    .parse(rows)
    .sort((a, b) => a.seq - b.seq);
}

function lineOf({ seq, public_text, blind, sums, households }: Entry, allSums: boolean): object {
  const open = allSums || households === 0 || households >= SMALLEST_GROUP;
  return { seq, text: public_text, sums: open ? { blind, text: sums } : null };
}
