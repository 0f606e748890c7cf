/** The sealer's round: blocks until nothing waits, then the witness learns the new heads. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import type { BlockHeader } from "../../contract/proof";
import { failpoint } from "../../failpoints";
import { HEADER, headersOf, maySeal, sealBlock } from "./seal";
import { Witness } from "./witness";

/** How a round is made. */
export interface SealRound {
  /** Transactions in a block. */
  limit: number;
  /** Blocks in a round. */
  blocks: number;
  /** ISO instant. */
  now: string;
  /** The file outside the database; none when null. */
  witness: string | null;
}

/** What a round did. */
export interface Sealed {
  blocks: BlockHeader[];
  /** A block whose hash is not the one that the witness holds. */
  diverged: number | null;
}

/**
 * Seals what waits; when another process is sealing, nothing.
 *
 * @param pg each block is a database transaction of its own
 */
export async function sealLedger(pg: Knex, round: SealRound): Promise<Sealed> {
  const blocks: BlockHeader[] = [];
  while (blocks.length < round.blocks) {
    const block = await pg.transaction(async (trx) =>
      (await maySeal(trx)) ? sealBlock(trx, round.limit, round.now) : null,
    );
    if (!block) break;
    failpoint("seal-ledger:block-sealed");
    blocks.push(block);
  }
  if (blocks.length > 0) failpoint("seal-ledger:witness-due");
  return { blocks, diverged: round.witness === null ? null : await witness(pg, round.witness) };
}

/** At most so many heads are added in one go. */
const HEADS = 1_000;

/** Adds what the file lacks, also after a crash between a block and its line. */
async function witness(pg: Knex, path: string): Promise<number | null> {
  return pg.transaction(async (trx) => {
    if (!(await maySeal(trx))) return null;
    const file = await Witness.open(path);
    try {
      const last = await file.last();
      const { rows } = await trx.raw<{ rows: unknown[] }>(
        `select ${HEADER} from ledger_block where number >= ? order by number limit ?`,
        [last?.number ?? 1, HEADS],
      );
      const heads = headersOf(rows);
      if (last && heads[0]?.hash !== last.hash) return last.number;
      const fresh = last ? heads.slice(1) : heads;
      if (fresh.length > 0) await file.add(fresh);
      return null;
    } finally {
      await file.close();
    }
  });
}
