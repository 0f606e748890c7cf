/** Names and times of the house. */
import { randomBytes } from "node:crypto";

/** An id such as `pi_3f…`. */
export function newId(kind: string): string {
  return `${kind}_${randomBytes(12).toString("hex")}`;
}

/** Unix seconds. */
export function now_s(): number {
  return Math.floor(Date.now() / 1000);
}
