/** Payments to households and confirmed transfers that are refused with `invalid_input`. */
import type { Json, Slip } from "./changed";

/** A payment to a household with the bank's voucher. */
export function paymentTo(household_id: string, amount_fen: number): { [key: string]: Json } {
  return {
    household_id,
    amount_fen,
    bank: "农村信用社",
    reference: "PZ-20261122-01",
    paid_on: "2026-11-22",
  };
}

/** A transfer that arrived. */
export function transferOf(amount_fen: number): { [key: string]: Json } {
  return { amount_fen, bank_reference: "BK-20261122-01" };
}

const amounts: readonly Slip[] = [
  ["no amount", "amount_fen", undefined],
  ["nothing", "amount_fen", 0],
  ["a negative amount", "amount_fen", -100],
  ["a fraction of a fen", "amount_fen", 10.005],
  ["an amount in words", "amount_fen", "100"],
  ["an amount beyond exact numbers", "amount_fen", 1e300],
  ["a field that nobody knows", "currency", "cny"],
];

/** Slips of a payment to a household. */
export const wrongPayments: readonly Slip[] = [
  ...amounts,
  ["no household", "household_id", undefined],
  ["a household id with quotes", "household_id", "x' or '1'='1"],
  ["an emoji for a bank", "bank", "银行🏦"],
  ["a voucher with spaces", "reference", "PZ 1"],
  ["a day that is none", "paid_on", "2026-13-01"],
];

/** Slips of a confirmed transfer. */
export const wrongTransfers: readonly Slip[] = [
  ...amounts,
  ["no reference of the bank", "bank_reference", undefined],
  ["a reference with a tag", "bank_reference", "<script>"],
];
