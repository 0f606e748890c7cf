/** What the launcher says while it works: which step, how far, how long. */

const began = Date.now();

function clock(): string {
  const seconds = Math.round((Date.now() - began) / 1000);
  return `[${String(seconds).padStart(3)} s]`;
}

/** One line with the time since the start. */
export function say(line: string): void {
  console.log(`${clock()} ${line}`);
}

/** Seconds between two lines that tell that a long step is still alive. */
const HEARTBEAT_S = 10;

/**
 * Tells that a step begins, is still going on, and is done.
 *
 * @param title what is being done, in a few words
 * @param work the step itself
 * @returns what the step returns
 */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const from = Date.now();
  const seconds = (): number => Math.round((Date.now() - from) / 1000);
  say(`${title} …`);
  const heartbeat = setInterval(
    () => say(`${title}: still working (${seconds()} s)`),
    HEARTBEAT_S * 1000,
  );
  try {
    const result = await work();
    say(`${title}: done (${seconds()} s)`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
