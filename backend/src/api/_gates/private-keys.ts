/** What never leaves through a shop route, whoever asks: by the name of the key, at any depth. */
const privateKeys: ReadonlySet<string> = new Set([
  "metadata",
  "external_id",
  "created_by",
  // Stock per place, cost and price rules: a buyer needs the price and whether it is in stock.
  "inventory",
  "inventory_items",
  "location_levels",
  "stock_locations",
  "prices",
  "price_set",
  "price_rules",
  "raw_stocked_quantity",
  "reservations",
  // Where goods are stored and who stands behind a shipping option.
  "fulfillment_set",
  "location",
  // What a payment house said, and what was told to it.
  "context",
  "account_holders",
  "captures",
  "refunds",
]);

/** Links to rooms of ours: households, cooperatives and their people are reached by our routes only. */
const PRIVATE_PATTERN =
  /_link$|metadata$|^household|^registration|^official|^consent|^bank_|^id_number/;

/** Whether a key is private in every shop answer. */
export function isPrivateKey(key: string): boolean {
  return privateKeys.has(key) || PRIVATE_PATTERN.test(key);
}

/** What a buyer may see of the data of a payment session. */
export const openSessionData: ReadonlySet<string> = new Set([
  "outcome",
  "reference",
  "client_secret",
  "status",
]);
