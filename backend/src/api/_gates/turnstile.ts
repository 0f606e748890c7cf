/**
 * Who is let in when more come than can be served: some at once, some in line, the rest is told at once. Work that
 * is begun beyond what the machine can carry makes every answer late and no answer more.
 */

/** How many a turnstile lets in. */
export interface Limits {
  /** Served at once. */
  at_once: number;
  /** Waiting in line; whoever comes after them is sent away. */
  in_line: number;
  /** Longest wait in line, in milliseconds; then one is sent away too. */
  patience_ms: number;
}

/** Lets some in, in the order in which they came. */
export class Turnstile {
  readonly #limits: Limits;
  #inside = 0;
  readonly #line = new Set<(isLetIn: boolean) => void>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /**
   * Asks to be let in.
   *
   * @returns false when it is full: come again later. Whoever is let in must call `leave`, once
   */
  async enter(): Promise<boolean> {
    const { at_once, in_line, patience_ms } = this.#limits;
    if (this.#inside < at_once) {
      this.#inside += 1;
      return true;
    }
    if (this.#line.size >= in_line) return false;
    return new Promise<boolean>((resolve) => {
      const turn = (isLetIn: boolean): void => {
        clearTimeout(late);
        this.#line.delete(turn);
        resolve(isLetIn);
      };
      const late = setTimeout(turn, patience_ms, false);
      this.#line.add(turn);
    });
  }

  /** Makes room: for the first in line, if there is one. */
  leave(): void {
    const [next] = this.#line;
    if (next) next(true);
    else this.#inside -= 1;
  }
}
