/** What the people of a faulty shop were told: each answer of success is a promise that must hold afterwards. */
import type { Answer } from "../http/visitor";

/** Everything that was answered. */
export interface Told {
  /** Total in fen of each order that its buyer got an answer for. */
  orders: Map<string, number>;
  /** Fen of each refund that the operator got an answer for, by payment. */
  refunds: { payment_id: string; amount_fen: number }[];
  /** Fen of each entry whose approval was answered. */
  entries: Map<string, number>;
  /** Bank references of the transfers whose booking was answered. */
  transfers: string[];
  /** Ids of the notifications that were acknowledged. */
  acknowledged: Set<string>;
  delivered: number;
  /** Refunds that were refused because the order was being changed. */
  refused: number;
  /** Purchases whose buyer closed the browser after the first failure. */
  abandoned: number;
  /** Calls that broke off, because the backend was killed or not up yet. */
  broken: number;
  /** Answers that no backend may give, whatever happens to it. */
  strange: string[];
}

/** What was told before anybody has come. */
export function nothingTold(): Told {
  return {
    orders: new Map(),
    refunds: [],
    entries: new Map(),
    transfers: [],
    acknowledged: new Set(),
    delivered: 0,
    refused: 0,
    abandoned: 0,
    broken: 0,
    strange: [],
  };
}

/** Calls; null when the connection broke off. */
export async function called(told: Told, call: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await call();
  } catch {
    told.broken += 1;
    return null;
  }
}

/** Busy, being processed elsewhere, or broken in the middle: the same may be asked again. */
export function mayAskAgain(answer: Answer | null): boolean {
  return (
    answer === null ||
    answer.status >= 500 ||
    (answer.status === 409 && answer.text.includes("in_progress"))
  );
}

/** Notes an answer that is neither success nor a reason to ask again. */
export function noteStrange(told: Told, what: string, answer: Answer): void {
  told.strange.push(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
}
