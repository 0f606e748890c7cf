/**
 * Redaction for logs: ID numbers, phones, bank cards, e-mail addresses and bearer tokens never reach one.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b\d{17}[\dXx]\b/g, "[id-number]"],
  [/\b\d{16,19}\b/g, "[card]"],
  [/(?<!\d)1\d{2}[ -]?\d{4}[ -]?\d{4}(?!\d)/g, "[phone]"],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, "[e-mail]"],
  [/\b(?:Bearer\s+)?eyJ[\w-]+\.[\w-]+\.[\w-]+/g, "[token]"],
];

/**
 * Takes private figures out of a text that goes to a log.
 *
 * @param text any text
 * @returns the text with every ID number, card, phone, e-mail address and token replaced
 */
export function redact(text: string): string {
  return PATTERNS.reduce((clean, [pattern, mark]) => clean.replace(pattern, mark), text);
}

/** The message of anything thrown, redacted. */
export function describe(error: unknown): string {
  return redact(error instanceof Error ? error.message : JSON.stringify(error) || "unknown error");
}
