/** Checks a receipt step by step: the same code in the buyer's browser and in `npm run ledger:verify`. */
import type { Receipt, ReceiptTransaction } from "./ledger";
import { blockHash, hashOfText, leafOf, rootOf, sumsText, type BlockHeader } from "./proof";

/** What is recomputed, in the order in which a lay reader can follow it. */
export const receiptSteps = ["sums", "zero", "leaf", "path", "block"] as const;
/** A step of the check. */
export type ReceiptStep = (typeof receiptSteps)[number];

/** How a step ended; a step that cannot be made yet or is closed is left out. */
export interface StepResult {
  step: ReceiptStep;
  ok: boolean;
}

/** What was recomputed for one transaction. */
export interface CheckedTransaction {
  seq: number;
  sealed: boolean;
  steps: StepResult[];
}

/** What was recomputed for a receipt. */
export interface CheckedReceipt {
  ok: boolean;
  transactions: CheckedTransaction[];
  /** The head's own hash. */
  head: boolean;
}

/**
 * Recomputes every hash of a receipt.
 *
 * @param receipt as it was answered or downloaded
 * @returns `ok` only when every step of every sealed transaction holds and at least one is sealed
 */
export async function checkReceipt(receipt: Receipt): Promise<CheckedReceipt> {
  const transactions = await Promise.all(receipt.transactions.map(checkTransaction));
  const head = receipt.head === null || (await hashHolds(receipt.head));
  const holds = transactions.every(({ steps }) => steps.every(({ ok }) => ok));
  return { ok: head && holds && transactions.some(({ sealed }) => sealed), transactions, head };
}

async function checkTransaction(one: ReceiptTransaction): Promise<CheckedTransaction> {
  const { seal, opened, seq } = one;
  if (!seal) return { seq, sealed: false, steps: [] };
  const { block, leaf, index, path } = seal;
  const steps = opened ? await checkOpened(one, opened, leaf) : [];
  const root = await rootOf({ leaf, index, count: block.count, path });
  steps.push({ step: "path", ok: root === block.root });
  steps.push({ step: "block", ok: await hashHolds(block) });
  return { seq, sealed: true, steps };
}

async function checkOpened(
  { seq, kind, day, period, corrects_period }: ReceiptTransaction,
  { blind, sums, sums_hash, private_hash }: NonNullable<ReceiptTransaction["opened"]>,
  leaf: string,
): Promise<StepResult[]> {
  const rest_fen = sums.reduce((sum, { amount_fen }) => sum + amount_fen, 0);
  const part = { seq, kind, day, period, corrects_period, sums_hash, private_hash };
  return [
    { step: "sums", ok: (await hashOfText(sumsText(blind, sums))) === sums_hash },
    { step: "zero", ok: rest_fen === 0 },
    { step: "leaf", ok: (await leafOf(part)) === leaf },
  ];
}

/** A header's hash is that of its text. */
export async function hashHolds(block: BlockHeader): Promise<boolean> {
  return (await blockHash(block)) === block.hash;
}

/**
 * Walks along published headers.
 *
 * @param blocks consecutive, the oldest first
 * @returns the first block that is not linked to the one before it; null when all are
 */
export async function firstBroken(blocks: readonly BlockHeader[]): Promise<BlockHeader | null> {
  let before: BlockHeader | undefined;
  for (const block of blocks) {
    const linked =
      !before ||
      (block.number === before.number + 1 &&
        block.previous === before.hash &&
        block.total === before.total + block.count);
    if (!linked || !(await hashHolds(block))) return block;
    before = block;
  }
  return null;
}
