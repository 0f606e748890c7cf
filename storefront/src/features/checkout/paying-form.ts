/** What `browser/checkout.ts` must know of a form that pays, written on the form itself. */
import type { Lang } from "../../i18n";
import { isUnsure, type Refused } from "../../lib/refused";

/** A purchase as its page knows it. */
interface Paying {
  /** Null while nobody can pay by Stripe. */
  stripe: { publishable_key: string; methods: readonly string[] } | null;
  lang: Lang;
  /** What a card is asked for. */
  amount_fen: number;
  /** Why there is no order yet; perhaps because the bank or wallet wants to be asked. */
  refused: Refused | null;
  /** What the browser has sent; nothing on a fresh page. */
  typed: Readonly<Record<"key" | "items" | "total" | "confirmation_token", string>> | undefined;
}

/** The form's attributes. */
export function payingForm({ stripe, lang, amount_fen, refused, typed }: Paying) {
  const secret = refused?.code === "payment_action_needed" ? refused.facts?.client_secret : null;
  return {
    "data-checkout": true,
    "data-lang": lang,
    "data-stripe-key": stripe?.publishable_key,
    "data-methods": stripe?.methods.join(),
    "data-amount": amount_fen,
    "data-secret": typeof secret === "string" ? secret : undefined,
    "data-token": typed?.confirmation_token,
  };
}

/**
 * What is sent again as it was. An order may have been made without an answer: then it is the very same request, with
 * its key. After mistakes in the form it is what was given for a card and is not used yet.
 */
export function sentAgain({ refused, typed }: Pick<Paying, "refused" | "typed">) {
  const again = refused && isUnsure(refused) ? typed : undefined;
  const unused = again ?? (refused === null ? typed : undefined);
  return { again, token: unused?.confirmation_token ?? "" };
}
