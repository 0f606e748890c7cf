/** What Stripe lists of one payment: newest first and in pages. */
import type { Form } from "./form";

interface Kept {
  id: string;
  payment_intent: string;
}

/** @param url of the list, as Stripe names it in its answer */
export function listOf(kept: Iterable<Kept>, query: Form, url: string): object {
  const all = [...kept].filter((one) => one.payment_intent === query.payment_intent).reverse();
  const from = query.starting_after
    ? all.findIndex((one) => one.id === query.starting_after) + 1
    : 0;
  const limit = Number(query.limit ?? 10);
  const data = all.slice(from, from + limit);
  return { object: "list", url, has_more: from + limit < all.length, data };
}
