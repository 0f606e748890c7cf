/** Holds the chain against what was published before: a head, a receipt, the file of the witness. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

import { checkReceipt } from "../../contract/check-receipt";
import { receiptReplySchema, type Receipt } from "../../contract/ledger";
import type { BlockHeader } from "../../contract/proof";
import { readHead } from "../../modules/income/witness";
import type { Onlooker, StoredBlock } from "./chain";
import type { Gaps } from "./gap";

/** What an auditor brings along. */
export interface Published {
  head?: string | undefined;
  receipt?: string | undefined;
  witness?: string | undefined;
}

/** Sees every block as it passes, and says at the end what it missed. */
export interface Comparison {
  see: Onlooker;
  finish: () => Promise<void>;
}

/** Opens all comparisons that were asked for. */
export async function compareWith(published: Published, gaps: Gaps): Promise<Comparison> {
  const all: Comparison[] = [];
  if (published.head !== undefined) all.push(withHead(published.head, gaps));
  if (published.receipt !== undefined) {
    const text = await readFile(published.receipt, "utf8");
    all.push(await withReceipt(receiptReplySchema.parse(JSON.parse(text)), gaps));
  }
  if (published.witness !== undefined) all.push(withWitness(published.witness, gaps));
  return {
    see: async (block) => {
      for (const one of all) await one.see(block);
    },
    finish: async () => {
      for (const one of all) await one.finish();
    },
  };
}

function withHead(head: string, gaps: Gaps): Comparison {
  let found = false;
  return {
    see: ({ header }) => {
      found ||= header.hash === head.toLowerCase();
    },
    finish: () => {
      if (!found) {
        gaps.add(
          "a published head is not in the chain: its tail was cut or it was rewritten",
          head,
        );
      }
      return Promise.resolve();
    },
  };
}

/** The receipt must hold in itself, and each of its blocks and leaves must still be there. */
async function withReceipt(receipt: Receipt, gaps: Gaps): Promise<Comparison> {
  const { ok } = await checkReceipt(receipt);
  if (!ok) gaps.add("a receipt does not hold in itself", receipt.order_id);
  const waiting = new Map<number, Receipt["transactions"]>();
  for (const one of receipt.transactions) {
    if (!one.seal) continue;
    const { number } = one.seal.block;
    waiting.set(number, [...(waiting.get(number) ?? []), one]);
  }
  return {
    see: ({ header, seqs, leaves }) => {
      for (const { seq, seal } of waiting.get(header.number) ?? []) {
        const leaf = leaves[seqs.indexOf(seq)]?.toString("hex");
        if (seal?.block.hash !== header.hash || seal.leaf !== leaf) {
          gaps.add("a transaction is not sealed as its receipt says", seq);
        }
      }
      waiting.delete(header.number);
    },
    finish: () => {
      for (const { seq } of [...waiting.values()].flat()) {
        gaps.add("a transaction of a receipt is no longer sealed: the tail was cut", seq);
      }
      return Promise.resolve();
    },
  };
}

/** Reads the witness beside the chain, so that neither is ever held whole. */
function withWitness(path: string, gaps: Gaps): Comparison {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  const heads = lines[Symbol.asyncIterator]();
  let next: BlockHeader | null = null;
  const advance = async (): Promise<BlockHeader | null> => {
    for (;;) {
      const line = await heads.next();
      if (line.done === true) return null;
      const head = readHead(line.value);
      if (head) return head;
    }
  };
  const upTo = async ({ header }: StoredBlock): Promise<void> => {
    next ??= await advance();
    while (next && next.number <= header.number) {
      if (next.number === header.number && next.hash !== header.hash) {
        gaps.add("a block is not the one that the witness saw", `block ${header.number}`);
      }
      next = await advance();
    }
  };
  return {
    see: upTo,
    finish: async () => {
      next ??= await advance();
      for (; next; next = await advance()) {
        const { number, count } = next;
        gaps.add("a block that the witness saw is gone", `block ${number} with ${count} entries`);
      }
    },
  };
}
