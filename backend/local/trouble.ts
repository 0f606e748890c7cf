/** Failures that a person can act on, told in one line. */

/** An expected failure of the set-up: its message is the whole story, no stack is shown. */
export class Trouble extends Error {}

/** The `code` that Node and PostgreSQL put on their errors, when there is one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** One line of any thrown value. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? text;
}

/**
 * Turns what the file system refuses into a sentence about the folder.
 *
 * @param error anything thrown by a file operation
 * @param place the folder that was being written
 * @returns the sentence, or undefined when the error is not about the disk
 */
export function diskTrouble(error: unknown, place: string): Trouble | undefined {
  switch (codeOf(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return new Trouble(`The disk is full: nothing more can be written to ${place}.`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new Trouble(`The folder ${place} cannot be written: check who owns it.`);
    default:
      return undefined;
  }
}
