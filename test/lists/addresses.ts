/** Postal addresses that a checkout takes, and those that it refuses. */
import type { Json, Slip } from "./changed";

/** An ordinary address. Its phone is no household's: those have the form 100 0000 xxxx. */
export const address = {
  name: "李明",
  phone: "10012345678",
  province: "福建省",
  city: "泉州市",
  county: "南安市",
  county_code: "350583",
  street: "美林街道江北大道 1 号 2 栋 301",
  postal_code: "362300",
} as const satisfies Json;

/** Names and streets that real people have and software loses. */
export const rightAddresses: readonly Slip[] = [
  ["a rare character in the basic plane (䶮)", "name", "周䶮"],
  ["a rare character of extension A (㵘)", "name", "何㵘"],
  ["a character beyond the basic plane (𠮷)", "name", "余𠮷"],
  ["a name of one character", "name", "是"],
  ["a Uyghur name with its dot", "name", "阿卜杜热西提·艾尼"],
  ["a foreign name", "name", "Anne-Marie O’Neill"],
  ["rare characters in the street", "street", "䶮㵘𠮷路 8 号（北门）"],
  ["no postal code", "postal_code", undefined],
  ["no county code", "county_code", undefined],
  ["a phone with a country code", "phone", "+86 100 1234 5678"],
];

/** What is refused with `invalid_input`. */
export const wrongAddresses: readonly Slip[] = [
  ["no name", "name", undefined],
  ["an empty name", "name", ""],
  ["a name of spaces", "name", "   "],
  ["an emoji in the name", "name", "李明🍊"],
  ["a name with a tag", "name", "<b>李明</b>"],
  ["a name with a line break", "name", "李\n明"],
  ["a name with a zero byte", "name", "李\u0000明"],
  ["a name of 61 characters", "name", "李".repeat(61)],
  ["a name that is a number", "name", 7],
  ["a name that is a list", "name", ["李明"]],
  ["letters in the phone", "phone", "1001234567a"],
  ["a phone too short", "phone", "12345"],
  ["a phone that is a number", "phone", 10012345678],
  ["a county code of letters", "county_code", "35058x"],
  ["a county code of 12 digits", "county_code", "350583000000"],
  ["a postal code of five digits", "postal_code", "36230"],
  ["an emoji in the street", "street", "江北大道 1 号 😀"],
  ["a street of 201 characters", "street", "路".repeat(201)],
  ["a field that no one knows", "country_code", "cn"],
  ["an id number beside the name", "id_number", "990000199001010010"],
  ["nothing for the province", "province", null],
];
