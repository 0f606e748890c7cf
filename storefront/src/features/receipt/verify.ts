/** What the button does: recomputes the receipt, then holds it against the published chain. */
import { checkReceipt, firstBroken } from "@yigou/backend/contract/check-receipt";
import type { CheckedTransaction } from "@yigou/backend/contract/check-receipt";
import type { Receipt } from "@yigou/backend/contract";
import type { BlockHeader } from "@yigou/backend/contract/proof";

import { readBlocks } from "./published";

/** How it ended. */
export interface Verdict {
  result: "ok" | "bad" | "unsealed" | "unknown";
  transactions: CheckedTransaction[];
  /** The head's own hash holds. */
  head: boolean;
  /** Every block of the receipt is published just so; null when nothing could be read. */
  published: boolean | null;
  /** The published blocks hang together; so many of them were looked at, up to the newest or not. */
  chain: { ok: boolean; count: number; whole: boolean } | null;
  /** The head that this browser saw at its last verification is still there; null the first time. */
  seen: boolean | null;
}

/** A browser walks this far; the independent verifier walks all. */
const MOST_BLOCKS = 2_000;
const SEEN = "yigou-ledger-head";

/**
 * Verifies a receipt.
 *
 * @param receipt as it came with the page, or changed by whoever wants to try
 */
export async function verifyReceipt(receipt: Receipt): Promise<Verdict> {
  const checked = await checkReceipt(receipt);
  const { transactions, head } = checked;
  const sealed = receipt.transactions.flatMap(({ seal }) => (seal ? [seal.block] : []));
  if (sealed.length === 0) {
    return { result: "unsealed", transactions, head, published: null, chain: null, seen: null };
  }
  const own = receipt.head ? [...sealed, receipt.head] : sealed;
  const seen = readSeen();
  const published = await readPublished(own, seen);
  if (!published) {
    const result = checked.ok ? "unknown" : "bad";
    return { result, transactions, head, published: null, chain: null, seen: null };
  }
  const { blocks, whole } = published;
  const same = own.every((block) => isAmong(block, published));
  const linked = (await firstBroken(blocks)) === null;
  const kept = seen === null ? null : isAmong(seen, published);
  const ok = checked.ok && same && linked && kept !== false;
  const newest = blocks.at(-1);
  if (ok && newest) writeSeen(newest);
  const chain = { ok: linked, count: blocks.length, whole };
  return { result: ok ? "ok" : "bad", transactions, head, published: same, chain, seen: kept };
}

type Named = Pick<BlockHeader, "number" | "hash">;

interface Published {
  /** One after the other, the oldest first. */
  blocks: BlockHeader[];
  /** Up to the newest. */
  whole: boolean;
  /** Beyond what was walked. */
  apart: BlockHeader[];
}

/** The chain from the oldest block that matters, and those that lie beyond the walk. */
async function readPublished(
  own: readonly BlockHeader[],
  seen: Named | null,
): Promise<Published | null> {
  const from = Math.min(...own.map(({ number }) => number));
  const blocks = await readBlocks(from, MOST_BLOCKS);
  if (!blocks) return null;
  const last = blocks.at(-1)?.number ?? 0;
  const apart: BlockHeader[] = [];
  for (const { number } of seen ? [...own, seen] : own) {
    if (number >= from && number <= last) continue;
    const one = await readBlocks(number, 1);
    if (!one) return null;
    apart.push(...one.slice(0, 1));
  }
  return { blocks, whole: blocks.length < MOST_BLOCKS, apart };
}

function isAmong({ number, hash }: Named, { blocks, apart }: Published): boolean {
  return [...blocks, ...apart].some((block) => block.number === number && block.hash === hash);
}

/** The head of the last verification in this browser: a small witness of the buyer's own. */
function readSeen(): Named | null {
  try {
    const [number, hash] = (localStorage.getItem(SEEN) ?? "").split(" ");
    return number && hash ? { number: Number(number), hash } : null;
  } catch {
    return null;
  }
}

function writeSeen({ number, hash }: Named): void {
  try {
    localStorage.setItem(SEEN, `${number} ${hash}`);
  } catch {
    // A browser that keeps nothing has no witness of its own; the rest holds without it.
  }
}
