/** Pick-up points, and slips that are refused with `invalid_input`. */
import type { Json, Slip } from "./changed";

/** An ordinary point in a township. */
export const pickupPoint = {
  kind: "township",
  name: "美林自提点",
  division_code: "350583000000",
  province: "福建省",
  city: "泉州市",
  county: "南安市",
  street: "美林街道江北大道 9 号",
  hours: "8:00 至 20:00",
  phone: "0595-10000000",
} as const satisfies Json;

/** What is refused with `invalid_input`. */
export const wrongPoints: readonly Slip[] = [
  ["no name", "name", undefined],
  ["a kind that nobody knows", "kind", "planet"],
  ["half a division code", "division_code", "350583"],
  ["an emoji in the street", "street", "江北大道 🍊"],
  ["letters in the phone", "phone", "call me"],
  ["a key of the operator's own", "key_hash", "00"],
];
