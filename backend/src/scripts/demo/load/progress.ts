/** Progress lines that the launcher passes on: which step, how far. */

/** Says how far a step has come. */
export type Progress = (done: number, total: number) => void;

/**
 * @param script the name in front of each line
 * @param step number of the step, from 1
 * @param steps how many there are
 */
export function progressOf(script: string, step: number, steps: number, name: string): Progress {
  return (done, total) => console.log(`[${script}] ${step}/${steps} ${name} ${done}/${total}`);
}

/** Cuts a list into pieces of at most `size`. */
export function piecesOf<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}
