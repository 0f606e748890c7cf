/** Who may approve what: two people with different roles above a sum of the rule pack. */
import {
  approvalRefusal,
  stepRefusal,
  takesTwo,
} from "../../../backend/src/modules/settlement/states";

const books = { id: "coopm_books", role: "bookkeeper" } as const;
const manager = { id: "coopm_manager", role: "manager" } as const;
const second = { id: "coopm_second", role: "manager" } as const;
const staff = { id: "coopm_staff", role: "staff" } as const;
const rule = { approval_above_fen: 500_000, one_person_below: true };
const strict = { approval_above_fen: 500_000, one_person_below: false };

describe("a settlement above the sum", () => {
  it("is approved by the manager when the bookkeeper prepared it", () => {
    expect(approvalRefusal(500_001, books, manager, rule)).toBeNull();
  });

  it("is never approved by the one who prepared it", () => {
    expect(approvalRefusal(500_001, manager, manager, rule)).toBe("same_person");
  });

  it("is not approved in the role that prepared it", () => {
    expect(approvalRefusal(500_001, manager, second, rule)).toBe("settlement_same_role");
  });

  it.each([books, staff])("is not approved by $role", (approver) => {
    expect(approvalRefusal(500_001, manager, approver, rule)).toBe("forbidden_action");
  });
});

describe("a settlement up to the sum", () => {
  it("takes one person only where the place allows it", () => {
    expect(approvalRefusal(500_000, manager, manager, rule)).toBeNull();
    expect(approvalRefusal(500_000, manager, manager, strict)).toBe("same_person");
    expect(takesTwo(500_000, rule)).toBe(false);
    expect(takesTwo(1, strict)).toBe(true);
  });
});

describe("a step", () => {
  const draft = { status: "draft", total_fen: 600_000, preparer: books } as const;
  const submitted = { ...draft, status: "submitted" } as const;

  it("leads from a draft over submission to approval, not past it", () => {
    expect(stepRefusal("submit", draft, books, rule)).toBeNull();
    expect(stepRefusal("approve", draft, manager, rule)).toBe("state_conflict");
    expect(stepRefusal("approve", submitted, manager, rule)).toBeNull();
    expect(stepRefusal("approve", { ...draft, status: "approved" }, manager, rule)).toBe(
      "state_conflict",
    );
  });

  it("is nobody's among the staff, and sending back is the manager's", () => {
    expect(stepRefusal("submit", draft, staff, rule)).toBe("forbidden_action");
    expect(stepRefusal("send_back", submitted, books, rule)).toBe("forbidden_action");
    expect(stepRefusal("send_back", submitted, manager, rule)).toBeNull();
  });

  it("takes nothing back that was sent to the bank", () => {
    const exported = { ...draft, status: "exported" } as const;
    expect(stepRefusal("cancel", exported, manager, rule)).toBe("state_conflict");
    expect(stepRefusal("send_back", exported, manager, rule)).toBe("state_conflict");
  });
});
