/** Invented households for tests. */
import type { HouseholdInput } from "../../../backend/src/modules/household/household-input";
import { bankCard, idNumber, phoneNumber } from "../../../backend/src/scripts/demo/data/numbers";

type Member = HouseholdInput["members"][number];

/** A member: the head, unless said otherwise. */
export function member(over: Partial<Member> = {}): Member {
  return {
    name: "钟有福",
    relation: "head",
    birth_year: 1961,
    joined_on: "2016-05-01",
    left_on: null,
    left_reason: null,
    ...over,
  };
}

/** The numbers that the household with a serial has. */
export function numbersOf(serial: number) {
  return {
    id_number: idNumber("1961-02-28", serial),
    phone: phoneNumber(serial),
    bank_card: bankCard(serial),
  };
}

/** A household; `serial` makes code, alias and numbers its own. */
export function household(over: Partial<HouseholdInput> = {}, serial = 1): HouseholdInput {
  const number = serial.toString().padStart(4, "0");
  return {
    code: `999999101200-${number}`,
    division_code: "999999101200",
    alias: `测试${number}号`,
    type: "general_poor",
    status: "lifted_out",
    tier: "national",
    causes: ["illness"],
    registered_on: "2016-05-01",
    members: [member(), member({ name: "温素琴", relation: "spouse", birth_year: 1963 })],
    private: numbersOf(serial),
    ...over,
  };
}
