/** Payment intents: made, confirmed, challenged, held, captured, cancelled. */
import { fateOf } from "./cards";
import { Failure, invalid, unexpectedState } from "./failure";
import { type Form, listIn, metadataOf, textIn, wholeAmount } from "./form";
import { methodFor, saveMethod } from "./methods";
import { newId, now_s } from "./ids";
import type { House, Intent, Method } from "./state";

/** `POST /v1/payment_intents` */
export function createIntent(house: House, form: Form): Intent {
  const id = newId("pi");
  const { payment_method_options: options } = form;
  const intent: Intent = {
    id,
    object: "payment_intent",
    amount: wholeAmount(form.amount, "amount"),
    amount_capturable: 0,
    amount_received: 0,
    currency: textIn(form.currency),
    status: "requires_payment_method",
    client_secret: `${id}_secret_${newId("s").slice(2)}`,
    metadata: metadataOf(form.metadata),
    customer: typeof form.customer === "string" ? form.customer : null,
    payment_method: null,
    payment_method_types: form.payment_method_types ? listIn(form.payment_method_types) : ["card"],
    payment_method_options: typeof options === "object" ? options : {},
    capture_method: form.capture_method === "manual" ? "manual" : "automatic",
    last_payment_error: null,
    next_action: null,
    created: now_s(),
  };
  house.intents.set(id, intent);
  house.tell("payment_intent.created", intent);
  return form.confirm === "true" ? confirmIntent(house, id, form) : intent;
}

/** `POST /v1/payment_intents/:id` */
export function updateIntent(house: House, id: string, form: Form): Intent {
  const intent = house.intent(id);
  const isOpen =
    intent.status === "requires_payment_method" || intent.status === "requires_confirmation";
  if (!isOpen) throw unexpectedState("update", intent);
  if (form.amount !== undefined) intent.amount = wholeAmount(form.amount, "amount");
  Object.assign(intent.metadata, metadataOf(form.metadata));
  return intent;
}

/** `POST /v1/payment_intents/:id/confirm` */
export function confirmIntent(house: House, id: string, form: Form): Intent {
  const intent = house.intent(id);
  const isOpen =
    intent.status === "requires_payment_method" || intent.status === "requires_confirmation";
  if (!isOpen) throw unexpectedState("confirm", intent);
  const method = methodFor(house, intent, form);
  if (!intent.payment_method_types.includes(method.type)) {
    throw invalid(
      `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent.`,
    );
  }
  intent.payment_method = method.id;
  intent.last_payment_error = null;
  if (method.type === "card") return confirmCard(house, intent, method);
  const url = form.return_url;
  if (method.type === "alipay" && typeof url !== "string") {
    throw invalid("Missing required param: return_url.", {
      code: "parameter_missing",
      param: "return_url",
    });
  }
  challenge(house, intent, typeof url === "string" ? url : null);
  return intent;
}

function confirmCard(house: House, intent: Intent, { id }: Method): Intent {
  const fate = fateOf(house.numbers.get(id) ?? "") ?? {};
  if (fate.challenge) {
    challenge(house, intent, null);
    return intent;
  }
  if (fate.decline) throw decline(house, intent, fate.decline);
  take(house, intent);
  return intent;
}

/** The payer has to do something: their bank's page, a wallet's page, a code to scan. */
function challenge(house: House, intent: Intent, return_url: string | null): void {
  intent.status = "requires_action";
  intent.next_action = return_url
    ? { type: "redirect_to_url", redirect_to_url: { return_url } }
    : { type: "use_stripe_sdk", use_stripe_sdk: {} };
  house.tell("payment_intent.requires_action", intent);
}

function decline(
  house: House,
  intent: Intent,
  why: { code: string; decline_code?: string; message: string },
): Failure {
  const { message, ...facts } = why;
  intent.status = "requires_payment_method";
  intent.next_action = null;
  intent.last_payment_error = { type: "card_error", message, ...facts };
  house.tell("payment_intent.payment_failed", intent);
  return new Failure(402, "card_error", message, {
    ...facts,
    payment_intent: structuredClone(intent),
  });
}

function isHeldFirst(house: House, intent: Intent): boolean {
  if (intent.capture_method === "manual") return true;
  const type = house.methods.get(intent.payment_method ?? "")?.type ?? "card";
  const options = intent.payment_method_options[type];
  return typeof options === "object" && options !== null && "capture_method" in options
    ? options.capture_method === "manual"
    : false;
}

/** Holds or takes the money, as the intent wants it. */
function take(house: House, intent: Intent): void {
  intent.next_action = null;
  saveMethod(house, intent);
  if (isHeldFirst(house, intent)) {
    intent.status = "requires_capture";
    intent.amount_capturable = intent.amount;
    house.tell("payment_intent.amount_capturable_updated", intent);
    return;
  }
  intent.status = "succeeded";
  intent.amount_received = intent.amount;
  house.tell("payment_intent.succeeded", intent);
}

/** How a payer, or later their bank, ends what an intent waits for. */
export type Ending = "succeed" | "fail" | "process";

/** Ends a challenge or a payment under way; what an outside page or bank would do. */
export function endIntent(house: House, id: string, ending: Ending): Intent {
  const intent = house.intent(id);
  if (intent.status !== "requires_action" && intent.status !== "processing") {
    throw unexpectedState("end", intent);
  }
  if (ending === "process") {
    intent.status = "processing";
    intent.next_action = null;
    house.tell("payment_intent.processing", intent);
    return intent;
  }
  const fate = fateOf(house.numbers.get(intent.payment_method ?? "") ?? "");
  const why =
    ending === "fail"
      ? { code: "payment_intent_authentication_failure", message: "The payer did not confirm." }
      : fate?.decline;
  if (why) decline(house, intent, why);
  else take(house, intent);
  return intent;
}

/** `POST /v1/payment_intents/:id/capture`, the whole or a part; what is left is let go. */
export function captureIntent(house: House, id: string, form: Form): Intent {
  const intent = house.intent(id);
  if (intent.status !== "requires_capture") throw unexpectedState("capture", intent);
  const amount =
    form.amount_to_capture === undefined
      ? intent.amount_capturable
      : wholeAmount(form.amount_to_capture, "amount_to_capture");
  if (amount > intent.amount_capturable) {
    throw invalid("The amount to capture is greater than the amount that is capturable.", {
      code: "amount_too_large",
    });
  }
  intent.status = "succeeded";
  intent.amount_received = amount;
  intent.amount_capturable = 0;
  house.tell("payment_intent.succeeded", intent);
  return intent;
}

/** `POST /v1/payment_intents/:id/cancel` */
export function cancelIntent(house: House, id: string): Intent {
  const intent = house.intent(id);
  const isOver = ["succeeded", "canceled", "processing"].includes(intent.status);
  if (isOver) throw unexpectedState("cancel", intent);
  intent.status = "canceled";
  intent.amount_capturable = 0;
  intent.next_action = null;
  house.tell("payment_intent.canceled", intent);
  return intent;
}

/** An intent of somebody else who uses the same account, paid. */
export function newIntent(house: House, amount: number): Intent {
  const intent = createIntent(house, { amount: String(amount), currency: "cny" });
  return confirmIntent(house, intent.id, { payment_method: "pm_card_visa" });
}
