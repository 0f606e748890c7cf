/** Refusals of the house, with the body that Stripe gives them. */

/** What Stripe's error bodies carry beside type and message. */
export interface FailureFacts {
  code?: string;
  decline_code?: string;
  param?: string;
  payment_intent?: object;
}

/** A refused request. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    readonly facts: FailureFacts = {},
  ) {
    super(message);
  }

  get body(): object {
    return { error: { type: this.type, message: this.message, ...this.facts } };
  }
}

/** A request that makes no sense. */
export function invalid(message: string, facts: FailureFacts = {}): Failure {
  return new Failure(400, "invalid_request_error", message, facts);
}

/** A thing that is not there. */
export function missing(what: string, id: string): Failure {
  const message = `No such ${what}: '${id}'`;
  return new Failure(404, "invalid_request_error", message, {
    code: "resource_missing",
    param: what,
  });
}

/** A request that an intent's state does not allow; Stripe tells how the intent stands. */
export function unexpectedState(verb: string, intent: { status: string }): Failure {
  const message = `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`;
  return invalid(message, {
    code: "payment_intent_unexpected_state",
    payment_intent: structuredClone(intent),
  });
}
