/** Reads the published blocks from the shop, as whoever keeps an eye on the ledger would. */
import type { BlockHeader } from "@yigou/backend/contract/proof";

const texts = ["root", "previous", "sealed_at", "hash"] as const;
const numbers = ["number", "count", "total"] as const;

function isBlock(value: unknown): value is BlockHeader {
  if (typeof value !== "object" || value === null) return false;
  const fields = new Map(Object.entries(value));
  return (
    texts.every((name) => typeof fields.get(name) === "string") &&
    numbers.every((name) => typeof fields.get(name) === "number")
  );
}

/** Blocks of one page. */
const PAGE = 200;

/** @returns up to a page of blocks after a number, the oldest first; null when they cannot be read */
async function readPage(after: number): Promise<BlockHeader[] | null> {
  try {
    const response = await fetch(`/ledger/blocks.json?after=${after}&limit=${PAGE}`);
    const body: unknown = await response.json();
    if (!response.ok || typeof body !== "object" || body === null) return null;
    const found: unknown = new Map<string, unknown>(Object.entries(body)).get("blocks");
    return Array.isArray(found) && found.every(isBlock) ? found : null;
  } catch {
    return null;
  }
}

/**
 * Reads published blocks upwards.
 *
 * @param from the first number
 * @param most no more than so many
 * @returns null when they cannot be read
 */
export async function readBlocks(from: number, most: number): Promise<BlockHeader[] | null> {
  const all: BlockHeader[] = [];
  while (all.length < most) {
    const page = await readPage(from - 1 + all.length);
    if (!page) return null;
    all.push(...page);
    if (page.length < PAGE) break;
  }
  return all;
}
