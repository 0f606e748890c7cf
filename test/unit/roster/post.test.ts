import { officialInputSchema, scopeOfPost } from "../../../backend/src/modules/roster/official";

describe("the scope of a post", () => {
  it.each([
    ["village_cadre", "360722101200", "360722101200"],
    ["township_official", "360722101000", "360722101"],
    ["township_official", "360722101", "360722101"],
    ["county_official", "360722000000", "360722"],
    ["city_official", "360700000000", "3607"],
  ] as const)("of a %s at %s is %s", (role, code, scope) => {
    expect(scopeOfPost(code, role)).toBe(scope);
  });

  it.each([
    ["village_cadre", "360722"],
    ["village_cadre", "360722101"],
    ["county_official", "36"],
    ["county_official", "360722101000"],
    ["city_official", "360722"],
  ] as const)("of a %s is never %s", (role, code) => {
    expect(scopeOfPost(code, role)).toBeNull();
    const input = { name: "李干部", email: "a@example.com", division_code: code, role };
    expect(officialInputSchema.safeParse(input).success).toBe(false);
  });
});
