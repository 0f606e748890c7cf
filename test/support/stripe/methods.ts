/** Payment methods: typed in, known for tests, or wrapped into a token that is used once. */
import { createHash } from "node:crypto";

import { knownMethods } from "./cards";
import { invalid, missing } from "./failure";
import type { Form } from "./form";
import { newId } from "./ids";
import type { House, Intent, Method, Token } from "./state";

/** What an intent is to be paid with. */
export function methodFor(house: House, intent: Intent, form: Form): Method {
  const { confirmation_token: token_id, payment_method: method_id } = form;
  if (typeof token_id === "string") {
    const token = house.tokens.get(token_id);
    if (!token) throw missing("confirmation_token", token_id);
    if (token.used_by) {
      throw invalid("This ConfirmationToken has been used already.", {
        param: "confirmation_token",
      });
    }
    token.used_by = intent.id;
    return findMethod(house, token.method_id);
  }
  return ownMethod(
    house,
    intent,
    typeof method_id === "string" ? method_id : intent.payment_method,
  );
}

/** A method that somebody keeps pays in that customer's name, and in nobody else's. */
function ownMethod(house: House, intent: Intent, given: string | null): Method {
  if (!given) {
    throw invalid("You cannot confirm this PaymentIntent because it's missing a payment method.", {
      code: "parameter_missing",
      param: "payment_method",
    });
  }
  const method = findMethod(house, given);
  if (method.customer && method.customer !== intent.customer) {
    throw invalid(
      "The PaymentMethod provided belongs to a Customer. Please include that Customer in the request.",
    );
  }
  return method;
}

/** What has paid is saved with the customer, when the intent wants it. */
export function saveMethod(house: House, intent: Intent): void {
  const method = house.methods.get(intent.payment_method ?? "");
  const options = intent.payment_method_options[method?.type ?? ""];
  const isWished =
    typeof options === "object" && options !== null && "setup_future_usage" in options;
  if (method && isWished && intent.customer) method.customer = intent.customer;
}

/** @throws Failure `resource_missing` */
export function findMethod(house: House, id: string): Method {
  const known = house.methods.get(id);
  if (known) return known;
  const number = knownMethods[id];
  if (!number) throw missing("payment_method", id);
  return newMethod(house, "card", number);
}

/** Makes a payment method of what somebody typed in. */
export function newMethod(house: House, type: string, number: string | null): Method {
  const id = newId("pm");
  const method: Method = {
    id,
    object: "payment_method",
    type,
    customer: null,
    ...(number ? { card: cardOf(number) } : {}),
  };
  if (number) house.numbers.set(id, number);
  house.methods.set(id, method);
  return method;
}

const brands = { "4": "visa", "5": "mastercard", "6": "unionpay" } as const;

/** What the house tells of a card: the same number has the same fingerprint. */
function cardOf(number: string): NonNullable<Method["card"]> {
  const [first] = number;
  const brand = first === "4" || first === "5" || first === "6" ? brands[first] : "unknown";
  const fingerprint = createHash("sha256").update(number).digest("hex").slice(0, 16);
  const exp_year = new Date().getUTCFullYear() + 4;
  return { brand, last4: number.slice(-4), exp_month: 8, exp_year, fingerprint };
}

/** What Stripe's script makes of a filled form: `POST /v1/confirmation_tokens`. */
export function createToken(house: House, form: Form): Token {
  const data = typeof form.payment_method_data === "object" ? form.payment_method_data : {};
  const type = typeof data.type === "string" ? data.type : "card";
  const card = typeof data.card === "object" ? data.card : {};
  const number = typeof card.number === "string" ? card.number.replaceAll(" ", "") : "";
  if (type === "card" && !/^\d{15,16}$/.test(number)) {
    throw invalid("Your card number is incomplete.", { code: "incomplete_number" });
  }
  const method = newMethod(house, type, type === "card" ? number : null);
  const id = newId("ctoken");
  const token: Token = { id, object: "confirmation_token", method_id: method.id, used_by: null };
  house.tokens.set(id, token);
  return token;
}
