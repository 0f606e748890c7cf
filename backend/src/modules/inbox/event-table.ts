/** A stored notification and the rule for its next try. */

/** A notification of a payment provider. */
export interface InboxEvent {
  provider: string;
  event_id: string;
  body: Record<string, unknown>;
  attempts: number;
}

/** A notification whose effect keeps failing. */
export interface FailingEvent {
  provider: string;
  event_id: string;
  type: string;
  state: "waiting" | "dead";
  attempts: number;
  last_error: string | null;
  received_at: Date;
  next_try_at: Date;
}

/** After this many failed tries an event waits for a person. */
export const MAX_ATTEMPTS = 12;

/**
 * How long to wait before the next try: 2 s, 4 s, 8 s … at most 10 minutes.
 *
 * @param attempts tries so far, at least 1
 * @returns seconds
 */
export function backoff_s(attempts: number): number {
  return Math.min(2 ** attempts, 600);
}
