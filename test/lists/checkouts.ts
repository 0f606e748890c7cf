/** Purchases that are refused with `invalid_input`, one slip at a time. */
import { address } from "./addresses";
import type { Json, Slip } from "./changed";

/**
 * An ordinary purchase, paid at once.
 *
 * @param variant_id what is bought
 */
export function checkoutOf(variant_id: string, quantity = 1): { [key: string]: Json } {
  return {
    items: [{ variant_id, quantity }],
    email: "buyer@example.com",
    shipping_address: { ...address },
    payment_provider_id: "pp_sandbox_local",
    payment_data: { outcome: "success" },
  };
}

/** What is refused before anything is bought. */
export const wrongCheckouts: readonly Slip[] = [
  ["no goods", "items", []],
  ["goods that are no list", "items", { variant_id: "variant_1", quantity: 1 }],
  ["101 lines", "items", Array.from({ length: 101 }, () => ({ variant_id: "v_1", quantity: 1 }))],
  ["no quantity", "items.0.quantity", undefined],
  ["a quantity of zero", "items.0.quantity", 0],
  ["a negative quantity", "items.0.quantity", -1],
  ["half a box", "items.0.quantity", 0.5],
  ["a quantity of 1,000", "items.0.quantity", 1000],
  ["a quantity of a trillion", "items.0.quantity", 1e12],
  ["a quantity beyond exact numbers", "items.0.quantity", 1e300],
  ["a quantity in words", "items.0.quantity", "1"],
  ["no variant", "items.0.variant_id", undefined],
  ["a variant id with quotes", "items.0.variant_id", "variant' or '1'='1"],
  ["a price of the buyer's own", "items.0.unit_price", 0.01],
  ["no mail address", "email", undefined],
  ["a mail address without a place", "email", "buyer"],
  ["a mail address with an emoji", "email", "买🍊@example.com"],
  ["no address", "shipping_address", undefined],
  ["an address in one line", "shipping_address", "福建省泉州市南安市"],
  ["a provider that is no name", "payment_provider_id", "../sandbox"],
  ["an outcome that nobody knows", "payment_data.outcome", "free"],
  ["a field within the payment", "payment_data.amount", 1],
  ["a total with a fraction of a fen", "expected_total_fen", 39.9],
  ["a negative total", "expected_total_fen", -1],
  ["a total in words", "expected_total_fen", "3990"],
  ["a field that nobody knows", "metadata", { paid: true }],
  ["another's customer id", "customer_id", "cus_1"],
  ["a discount of the buyer's own", "discount_fen", 100],
  ["an emoji in the note", "note", "谢谢🍊"],
  ["a note of 201 characters", "note", "谢".repeat(201)],
];
