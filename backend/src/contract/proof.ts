/**
 * How the ledger proves itself: the texts that are hashed, and how a leaf leads to a block. Read by the
 * backend, by browsers and by tests; the outsider's verifier has an implementation of its own.
 *
 * leaf     sha256(00 ‖ public text), the public text ends with the hashes of the sums and of the private text
 * node     sha256(01 ‖ left ‖ right), the tree of RFC 6962: an odd node is never doubled
 * block    sha256(02 ‖ header text), the header names the root and the block before
 */
import type { Fen } from "./fen";

/** Before the first block stands nothing. */
export const GENESIS = "0".repeat(64);

/** What everybody may read of a transaction. */
export interface PublicPart {
  seq: number;
  kind: string;
  /** When it happened, Asia/Shanghai. */
  day: string;
  /** Accounting month, yyyymm. */
  period: number;
  /** The closed month that it corrects. */
  corrects_period: number | null;
  /** SHA-256 of the sums with their blind, in hex. */
  sums_hash: string;
  /** SHA-256 of the private text with its salt, in hex. */
  private_hash: string;
}

/** The sum of a transaction's legs on one class of accounts. */
export interface ClassSum {
  class: string;
  amount_fen: Fen;
}

/** The header of a block. */
export interface BlockHeader {
  number: number;
  /** Transactions in this block. */
  count: number;
  /** Transactions in this block and all before it. */
  total: number;
  root: string;
  previous: string;
  /** ISO instant with milliseconds. */
  sealed_at: string;
  hash: string;
}

/** The text whose hash is the leaf. */
export function publicText(part: PublicPart): string {
  return [
    "yigou transaction 1",
    `seq ${part.seq}`,
    `kind ${part.kind}`,
    `day ${part.day}`,
    `period ${part.period}`,
    `corrects ${part.corrects_period ?? "-"}`,
    `sums ${part.sums_hash}`,
    `private ${part.private_hash}`,
  ].join("\n");
}

/** The text of the sums, in the order of their classes. */
export function sumsText(blind: string, sums: readonly ClassSum[]): string {
  const lines = sums.map((sum) => `${sum.class} ${sum.amount_fen}`);
  return ["yigou sums 1", `blind ${blind}`, ...lines].join("\n");
}

/** The text of a block's header. */
export function headerText(block: Omit<BlockHeader, "hash">): string {
  return [
    "yigou block 1",
    `number ${block.number}`,
    `count ${block.count}`,
    `total ${block.total}`,
    `root ${block.root}`,
    `previous ${block.previous}`,
    `sealed_at ${block.sealed_at}`,
  ].join("\n");
}

type Bytes = Uint8Array<ArrayBuffer>;

async function sha256(...parts: readonly Bytes[]): Promise<Bytes> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

const bytesOf = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));
const mark = (byte: number): Bytes => new Uint8Array([byte]);

/** Bytes as lower-case hex. */
function hexOf(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function unhex(hex: string): Bytes {
  const pairs = hex.match(/../g) ?? [];
  return new Uint8Array(pairs.map((pair) => Number.parseInt(pair, 16)));
}

/** SHA-256 of a text, in hex. */
export async function hashOfText(text: string): Promise<string> {
  return hexOf(await sha256(bytesOf(text)));
}

/** The leaf of a transaction, in hex. */
export async function leafOf(part: PublicPart): Promise<string> {
  return hexOf(await sha256(mark(0), bytesOf(publicText(part))));
}

/** The hash of a block's header, in hex. */
export async function blockHash(block: Omit<BlockHeader, "hash">): Promise<string> {
  return hexOf(await sha256(mark(2), bytesOf(headerText(block))));
}

/** A leaf's place in its block. */
export interface Place {
  leaf: string;
  /** From 0. */
  index: number;
  /** Transactions in the block. */
  count: number;
  /** The neighbours on the way up, lowest first. */
  path: readonly string[];
}

/**
 * Walks from a leaf to the root.
 *
 * @returns the root that this place leads to; null when the path has not the length of the place
 * @source RFC 9162, 2.1.3.2
 */
export async function rootOf({ leaf, index, count, path }: Place): Promise<string | null> {
  if (index < 0 || index >= count) return null;
  let [at, last] = [index, count - 1];
  let hash = unhex(leaf);
  for (const step of path) {
    if (last === 0) return null;
    const neighbour = unhex(step);
    if (at % 2 === 1 || at === last) {
      hash = await sha256(mark(1), neighbour, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = await sha256(mark(1), hash, neighbour);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? hexOf(hash) : null;
}

const half = (n: number): number => Math.floor(n / 2);
