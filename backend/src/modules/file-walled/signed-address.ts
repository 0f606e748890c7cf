/** Addresses of private files: good for a few minutes, for one file, for whoever was given it. */
import { createHmac, timingSafeEqual } from "node:crypto";

/** How long an address opens its file, in seconds. */
export const ADDRESS_LIFE_S = 600;

/**
 * @param file_key key of the file
 * @param secret secret of the server
 * @param now_s Unix seconds
 * @returns path and query, to be put behind the address of the backend
 */
export function signedAddress(file_key: string, secret: string, now_s: number): string {
  const key = Buffer.from(file_key).toString("base64url");
  const until_s = now_s + ADDRESS_LIFE_S;
  return `/files/${key}?until=${until_s}&signature=${signatureOf(key, until_s, secret)}`;
}

/**
 * @param address parts of a signed address as they came in
 * @returns the key of the file; null when the signature is wrong or its time is over
 */
export function verifiedKey(
  address: { key: string; until_s: number; signature: string },
  { secret, now_s }: { secret: string; now_s: number },
): string | null {
  const expected = Buffer.from(signatureOf(address.key, address.until_s, secret));
  const given = Buffer.from(address.signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return address.until_s >= now_s ? Buffer.from(address.key, "base64url").toString() : null;
}

function signatureOf(key: string, until_s: number, secret: string): string {
  return createHmac("sha256", secret).update(`file:${key}:${until_s}`).digest("base64url");
}
