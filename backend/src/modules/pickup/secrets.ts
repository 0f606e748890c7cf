/** The keeper's key and the buyers' codes. Neither is stored as it is told. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const CODES = 100_000_000n;

/**
 * The code of an order: made from the order, so that it is stored nowhere.
 *
 * @param secret secret of the server
 * @param order_id the order
 * @returns eight digits
 */
export function codeOf(secret: string, order_id: string): string {
  const made = createHmac("sha256", secret).update(`pickup:${order_id}`).digest();
  return (made.readBigUInt64BE(0) % CODES).toString().padStart(8, "0");
}

/** A new key for a keeper, and the hash under which it is kept. */
export function newKey(): { key: string; hash: string } {
  const key = randomBytes(32).toString("base64url");
  return { key, hash: hashOf(key) };
}

/** Whether a key belongs to a hash. */
export function keyFits(key: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(key), "hex"), Buffer.from(hash, "hex"));
}

function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
