/** The signature of a webhook: HMAC-SHA256 over its time and its raw body. */
import { createHmac, timingSafeEqual } from "node:crypto";

/** How far the clock of a sender may be off, in seconds. */
export const MAX_AGE_S = 300;

const HEADER = /^t=(\d{10}),v1=([0-9a-f]{64})$/;

/** What is wrong with a signature, if anything. */
export type SignatureVerdict = "good" | "forged" | "stale";

/**
 * Signs a body the way the header `x-yigou-signature` wants it.
 *
 * @param body raw body
 * @param secret shared secret
 * @param at_s time of sending, Unix seconds
 * @returns `t=…,v1=…`
 */
export function signBody(body: Buffer | string, secret: string, at_s: number): string {
  return `t=${at_s},v1=${digestOf(body, secret, at_s)}`;
}

/**
 * Judges a signature. Forgery is judged before age, so that a forger learns nothing about clocks.
 *
 * @param header value of `x-yigou-signature`
 * @param now_s time of the receiver, Unix seconds
 */
export function judgeSignature(
  header: string | undefined,
  body: Buffer,
  { secret, now_s }: { secret: string; now_s: number },
): SignatureVerdict {
  const match = HEADER.exec(header ?? "");
  const [, at = "", given = ""] = match ?? [];
  if (!match) return "forged";
  const expected = Buffer.from(digestOf(body, secret, Number(at)), "hex");
  if (!timingSafeEqual(expected, Buffer.from(given, "hex"))) return "forged";
  return Math.abs(now_s - Number(at)) > MAX_AGE_S ? "stale" : "good";
}

function digestOf(body: Buffer | string, secret: string, at_s: number): string {
  return createHmac("sha256", secret).update(`${at_s}.`).update(body).digest("hex");
}
