/** Marks of names and references: equal things have equal marks, and a mark tells nothing else. */
import { createHash, createHmac } from "node:crypto";

import { env } from "../../env";

/**
 * The mark of a person's name, so that a bank's row and a payee are compared without keeping the name.
 *
 * @param name as a bank or a file writes it; spaces and middle dots do not matter
 * @returns null for an empty name
 */
export function markOfName(name: string): string | null {
  const plain = name.normalize("NFKC").replace(/[\s·•.]/g, "");
  if (plain === "") return null;
  return createHmac("sha256", env.YIGOU_DATA_KEY).update(`payee:${plain}`).digest("hex");
}

/** A name as a screen shows it: the first character, the others covered. */
export function coveredName(name: string): string {
  const [first = "", ...rest] = Array.from(name.trim());
  return first + "*".repeat(rest.length);
}

/** SHA-256 in hex. */
export function hashOf(content: Buffer | string): string {
  return createHash("sha256").update(content).digest("hex");
}

const REFERENCE = /JS\D?(\d{6})\D?(\d{3,})\D(\d{4})(?!\d)|JS(\d{6})(\d{3})(\d{4})(?!\d)/i;

/**
 * The reference of a settlement's line as it stands in a bank's remark, whatever the bank did to its dashes.
 *
 * @param text remark of a row
 * @returns "JS202611-003-0001", or null when none stands there
 */
export function referenceIn(text: string): string | null {
  const [, month, number, position, month2, number2, position2] = REFERENCE.exec(text) ?? [];
  const found = [month ?? month2, number ?? number2, position ?? position2];
  return found.every((part) => part !== undefined) ? `JS${found.join("-")}` : null;
}
