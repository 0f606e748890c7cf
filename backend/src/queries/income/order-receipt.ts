/**
 * The receipt of an order: every transaction that booked it, with its place in a block. Opened are those
 * whose every leg belongs to the order; of the others only the leaf is shown, for their sums would tell what
 * other orders brought to whom.
 */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { Receipt, ReceiptTransaction } from "../../contract/ledger";
import { cutLeaves, HEADER, headersOf, leavesOfAny, merklePath } from "../../modules/income";
import { newestBlock } from "./ledger-blocks";

const whole = z.coerce.number().int();
const stepRow = z.object({
  seq: whole,
  kind: z.string(),
  day: z.string(),
  period: whole,
  corrects_period: whole.nullable(),
  own: z.boolean(),
  number: whole.nullable(),
});
type Step = z.infer<typeof stepRow>;

const STEPS = `
select t.seq, t.kind, t.period, t.corrects_period,
       to_char(t.occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
       not exists (select 1 from ledger_posting p
                    where p.transaction_seq = t.seq and p.order_id is distinct from :order_id) as own,
       (select b.number from ledger_block b where b.upto > t.written_in order by b.upto limit 1) as number
  from ledger_transaction t
 where t.seq in (select seq from ledger_transaction where order_id = :order_id
                 union
                 select p.transaction_seq from credit_balance c join ledger_posting p on p.credit_id = c.credit_id
                  where c.order_id = :order_id)
 order by t.seq`;

const OPENED = leavesOfAny("select * from ledger_transaction where seq = any(:seqs)");
const openedRow = z.object({
  seq: whole,
  public_text: z.string(),
  blind: z.string(),
  sums: z.string(),
});

/**
 * Reads the receipt of an order; the caller has checked that the order may be read.
 *
 * @param order_id the order
 */
export async function orderReceipt(scope: MedusaContainer, order_id: string): Promise<Receipt> {
  return readReceipt(scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), order_id);
}

/** The receipt, from the database itself. */
export async function readReceipt(pg: Knex, order_id: string): Promise<Receipt> {
  const found = await pg.raw<{ rows: unknown[] }>(STEPS, { order_id });
  const steps = z.array(stepRow).parse(found.rows);
  const opened = await openSteps(pg, steps);
  const places = await findPlaces(pg, steps);
  const transactions = steps.map(({ seq, kind, day, period, corrects_period }) => ({
    ...{ seq, kind, day, period, corrects_period },
    opened: opened.get(seq) ?? null,
    seal: places.get(seq) ?? null,
  }));
  return { format: "yigou receipt 1", order_id, transactions, head: await newestBlock(pg) };
}

type Opened = NonNullable<ReceiptTransaction["opened"]>;

async function openSteps(pg: Knex, steps: readonly Step[]): Promise<Map<number, Opened>> {
  const seqs = steps.filter(({ own }) => own).map(({ seq }) => seq);
  if (seqs.length === 0) return new Map();
  const { rows } = await pg.raw<{ rows: unknown[] }>(OPENED, { seqs });
  const found = z.array(openedRow).parse(rows);
  return new Map(
    found.map(({ seq, public_text, blind, sums }) => {
      const hashes = {
        sums_hash: lineOf(public_text, "sums"),
        private_hash: lineOf(public_text, "private"),
      };
      return [seq, { ...hashes, blind, sums: readSums(sums) }];
    }),
  );
}

function lineOf(text: string, name: string): string {
  const line = text.split("\n").find((one) => one.startsWith(`${name} `));
  return line?.slice(name.length + 1) ?? "";
}

function readSums(text: string): Opened["sums"] {
  return text.split("\n").map((line) => {
    const [name = "", fen = ""] = line.split(" ");
    return { class: name, amount_fen: Number(fen) };
  });
}

type Seal = NonNullable<ReceiptTransaction["seal"]>;

const blockRow = z.object({ seqs: z.array(whole), leaves: z.instanceof(Buffer) });

/** Where each step lies: one block is read and folded once, however many steps lie in it. */
async function findPlaces(pg: Knex, steps: readonly Step[]): Promise<Map<number, Seal>> {
  const numbers = [...new Set(steps.flatMap(({ number }) => number ?? []))];
  const places = new Map<number, Seal>();
  for (const number of numbers) {
    const { rows } = await pg.raw<{ rows: unknown[] }>(
      `select ${HEADER}, seqs, leaves from ledger_block where number = ?`,
      [number],
    );
    const [block] = headersOf(rows);
    const [row] = z.array(blockRow).parse(rows);
    if (!block || !row) continue;
    const leaves = cutLeaves(row.leaves);
    for (const { seq } of steps.filter((step) => step.number === number)) {
      const index = row.seqs.indexOf(seq);
      const leaf = leaves[index];
      if (!leaf) continue;
      const path = merklePath(leaves, index).map((hash) => hash.toString("hex"));
      places.set(seq, { leaf: leaf.toString("hex"), index, path, block });
    }
  }
  return places;
}
