/** References that a payer writes on a bank transfer. */
import { createHash } from "node:crypto";

// Letters and digits that nobody mixes up when reading them out: no 0/O, 1/I/L, U.
const SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The reference of a payment session, always the same for the same session.
 *
 * @param session_id id of the payment session
 * @returns "YG-" and eight signs (about 39 bits)
 */
export function transferReference(session_id: string): string {
  const digest = createHash("sha256").update(session_id).digest();
  const signs = Array.from({ length: 8 }, (_, at) => SIGNS[(digest[at] ?? 0) % SIGNS.length]);
  return `YG-${signs.join("")}`;
}
