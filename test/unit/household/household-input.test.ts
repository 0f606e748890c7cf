import { householdInputSchema } from "../../../backend/src/modules/household/household-input";
import { household, member } from "./household";

describe("a household to register", () => {
  it("is taken with rare characters in its names", () => {
    const rare = household({
      members: [member({ name: "钟䶮" }), member({ name: "𠮷㵘", relation: "spouse" })],
    });
    expect(householdInputSchema.safeParse(rare).success).toBe(true);
  });

  it.each([
    ["no head", { members: [member({ relation: "spouse" })] }],
    ["two heads", { members: [member(), member()] }],
    ["a head who has left", { members: [member({ left_on: "2020-01-01" })] }],
    ["nobody", { members: [] }],
    [
      "a member who left before joining",
      { members: [member(), member({ relation: "son", left_on: "2010-01-01" })] },
    ],
    [
      "an ID number with a wrong check digit",
      { private: { id_number: "990000196102280010", phone: null, bank_card: null } },
    ],
    ["an emoji in the alias", { alias: "橙农🍊" }],
    ["a day that does not exist", { registered_on: "2026-02-30" }],
    ["an unknown field", { income_fen: 1 }],
    ["a scope in place of a division", { division_code: "360722" }],
  ])("is refused with %s", (_, wrong) => {
    expect(householdInputSchema.safeParse({ ...household(), ...wrong }).success).toBe(false);
  });
});
