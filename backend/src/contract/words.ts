/** The closed word lists of the contract, without schemas, for the browser. */

/** The parties of a split, in the order in which every share bar shows them. */
export const parties = ["household", "cooperative", "packing_freight", "platform"] as const;
/** A party of a split. */
export type Party = (typeof parties)[number];

/** How a list of goods may be sorted. */
export const goodSorts = ["relevance", "helps_first", "price_asc", "price_desc", "newest"] as const;

/** Where the money of an order stands; `paid` comes from captures only. */
export const paymentStates = [
  "awaiting",
  "awaiting_transfer",
  "paid",
  "partly_refunded",
  "refunded",
  "canceled",
] as const;

/** States of a credit, in their order. */
export const creditStates = ["expected", "earned", "settled", "paid", "confirmed"] as const;
/** The state of a credit. */
export type CreditState = (typeof creditStates)[number];

/** The four income categories of the national statistics. */
export const incomeCategories = ["wage", "business", "property", "transfer"] as const;
/** One of the four income categories. */
export type IncomeCategory = (typeof incomeCategories)[number];

/** What an income summary may be grouped by. */
export const summaryGroups = [
  "division",
  "month",
  "household",
  "product",
  "cooperative",
  "category",
] as const;
