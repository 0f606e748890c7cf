/** Failures of Medusa and of our database guards, in the words of the contract. */
import { MedusaError } from "@medusajs/framework/utils";

import type { Refusal, RefusalCode } from "../../contract/errors";
import { refuse, replyOfRefusal } from "../../refuse";

type Meaning = readonly [mark: RegExp, code: RefusalCode];

/** What may happen behind any route. */
const everywhere: readonly Meaning[] = [
  [/yigou:sold_out|not enough stock|insufficient_inventory|required inventory/i, "sold_out"],
  [/yigou:clearance_sold_out/i, "clearance_sold_out"],
  [/yigou_one_order_per_cart/i, "cart_completed"],
  [/already has an existing active order change/i, "order_change_open"],
  [
    /failed to acquire lock|timed-out acquiring lock|yigou:order_gone|deadlock detected/i,
    "in_progress",
  ],
  // PostgreSQL could not read what came in as a date, a number or a text (class 22, "data exception").
  [/^22[0-9A-Z]{3} /, "invalid_input"],
];

/** What the same words mean while somebody buys. */
const whileBuying: readonly Meaning[] = [
  [
    /is not stocked|not associated with any stock location|(variants?|products?|items?) .*do(es)? not exist|not published/i,
    "goods_unavailable",
  ],
  [/do(es)? not have a price/i, "goods_unavailable"],
  [/not enabled in the cart's region|payment provider .* not/i, "payment_provider_unknown"],
  [/shipping (option|method)/i, "shipping_unavailable"],
  [/payment authorization failed|not authorized with the provider/i, "payment_declined"],
  [/payment sessions are required/i, "payment_declined"],
];

/**
 * Puts a failure into the words of the contract.
 *
 * @param error anything that a workflow threw or collected
 * @returns a refusal when the failure is an expected one, otherwise the error itself
 */
export function knownFailure(error: unknown): Error {
  const refused = replyOfRefusal(error);
  if (refused) return error instanceof Error ? error : revived(refused.body);
  return translated(error, everywhere);
}

/** The same for failures of a purchase, where more is known of what the words mean. */
export function knownBuyingFailure(error: unknown): Error {
  const known = knownFailure(error);
  return replyOfRefusal(known) ? known : translated(known, whileBuying);
}

function translated(error: unknown, meanings: readonly Meaning[]): Error {
  const text = textOf(error);
  const meaning = meanings.find(([mark]) => mark.test(text));
  if (meaning) return refuse(meaning[1]);
  return error instanceof Error ? error : new Error(text || "a workflow failed");
}

/** NOTE: a workflow's collected errors are plain copies; thrown as they are, nobody would know them again. */
function revived({ code, type, message, field, facts }: Refusal): Error {
  const error = new MedusaError(type, message, code);
  return Object.assign(error, { facts: { ...facts, ...(field ? { field } : {}) } });
}

function textOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  const message = "message" in error && typeof error.message === "string" ? error.message : "";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return `${code} ${message}`;
}
