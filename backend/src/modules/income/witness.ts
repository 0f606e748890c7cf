/**
 * The witness: a file outside the database to which the sealer adds the head of each block. Whoever rewrites
 * the chain in the database, from the first block on, does not thereby change this file.
 */
import { open, type FileHandle } from "node:fs/promises";

import { blockSchema } from "../../contract/ledger";
import type { BlockHeader } from "../../contract/proof";

/** No header is longer than this. */
const TAIL_BYTES = 4096;

/** A file of heads, open for reading and adding. */
export class Witness {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Opens the file, making it when it is not there. */
  static async open(path: string): Promise<Witness> {
    return new Witness(await open(path, "a+", 0o644));
  }

  /** The newest head in the file; a line that a crash has cut is passed over. */
  async last(): Promise<BlockHeader | null> {
    const { size } = await this.#file.stat();
    const from = Math.max(0, size - TAIL_BYTES);
    const { buffer, bytesRead } = await this.#file.read({
      buffer: Buffer.alloc(TAIL_BYTES),
      position: from,
    });
    const lines = buffer.toString("utf8", 0, bytesRead).split("\n").reverse();
    for (const line of lines) {
      const head = readHead(line);
      if (head) return head;
    }
    return null;
  }

  /** Adds heads and waits until the disk has them. */
  async add(heads: readonly BlockHeader[]): Promise<void> {
    const { size } = await this.#file.stat();
    const end = await this.#file.read({ buffer: Buffer.alloc(1), position: Math.max(0, size - 1) });
    const cut = size > 0 && end.buffer.toString() !== "\n" ? "\n" : "";
    await this.#file.appendFile(cut + heads.map((head) => `${JSON.stringify(head)}\n`).join(""));
    await this.#file.datasync();
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/**
 * Reads one line of a witness file.
 *
 * @returns null for a line that a crash has cut
 */
export function readHead(line: string): BlockHeader | null {
  try {
    return blockSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
