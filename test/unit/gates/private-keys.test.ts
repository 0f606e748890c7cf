/** Names of keys that are private in every shop answer. */
import { isPrivateKey } from "../../../backend/src/api/_gates/private-keys";

describe("a key", () => {
  it.each([
    "metadata",
    "line_item_metadata",
    "inventory_items",
    "prices",
    "household_id",
    "households",
    "product_household_link",
    "bank_card",
    "id_number",
    "official",
  ])("%s is private", (key) => expect(isPrivateKey(key)).toBe(true));
  it.each([
    "id",
    "title",
    "inventory_quantity",
    "calculated_price",
    "price_fen",
    "payment_sessions",
    "customer",
    "handle",
  ])("%s is open", (key) => expect(isPrivateKey(key)).toBe(false));
});
