/**
 * A clock that this process can set back. Past orders are written by the same workflows as today's;
 * what those read as the present is the day on which the order is meant to have been placed.
 *
 * NOTE: only a script that runs alone in its process may use it. The database keeps its own time.
 */

const RealDate = Date;
let offset_ms = 0;

function now(): number {
  return RealDate.now() + offset_ms;
}

/** Puts the clock in the place of the global one; until it is set it shows the real time. */
export function installClock(): void {
  globalThis.Date = new Proxy(RealDate, {
    construct(target, args, newTarget) {
      const made: unknown = Reflect.construct(
        target,
        args.length === 0 ? [now()] : args,
        newTarget,
      );
      if (made instanceof RealDate) return made;
      throw new Error("a clock made something else than a date");
    },
    get(target, key) {
      const value: unknown = key === "now" ? now : Reflect.get(target, key);
      return value;
    },
  });
}

/** The present of the real world, in milliseconds. */
export function realNow(): number {
  return RealDate.now();
}

/** Does work as if it were that moment. */
export async function inThePast<T>(at_ms: number, work: () => Promise<T>): Promise<T> {
  offset_ms = at_ms - RealDate.now();
  try {
    return await work();
  } finally {
    offset_ms = 0;
  }
}
