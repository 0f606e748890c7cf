/** The hash of a purchase's input: the same wishes give the same hash, in whatever order they are written. */
import { createHash } from "node:crypto";

/**
 * @param input plain data, parsed
 * @returns SHA-256 in hex over the data with sorted keys
 */
export function inputHash(input: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(input)))
    .digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]),
  );
}
