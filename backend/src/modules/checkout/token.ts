/** The access token of a guest's order: made from the purchase's own key, stored only as a hash. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/**
 * The token of a purchase. The same purchase asked again gets the same token, so a buyer who lost the
 * first answer is not locked out of the own order.
 *
 * @param secret secret of the server
 * @param purchase id and idempotency key of the purchase
 * @returns 43 signs of base64url
 */
export function tokenOf(secret: string, purchase: { id: string; key: string }): string {
  return createHmac("sha256", secret)
    .update(`order-token:${purchase.id}:${purchase.key}`)
    .digest("base64url");
}

/** The hash under which a token is stored. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Whether a token belongs to a stored hash. */
export function tokenFits(token: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash(token), "hex"), Buffer.from(hash, "hex"));
}
