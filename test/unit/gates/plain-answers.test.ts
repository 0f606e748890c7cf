/** What never leaves through a shop route. */
import { stripped } from "../../../backend/src/api/_gates/plain-answers";

class Amount {
  constructor(readonly metadata: string) {}
}

describe("an answer", () => {
  it("loses private keys at any depth", () => {
    const answer = {
      order: {
        id: "order_1",
        metadata: { cost: 1 },
        items: [{ id: "l1", line_item_metadata: {}, variant: { prices: [1] } }],
      },
      products: [
        {
          id: "p1",
          variants: [{ inventory_items: [{ inventory: { location_levels: [] } }], sku: "a" }],
        },
      ],
      households: [{ id: "hh_1" }],
      product_household_link: {},
    };
    expect(stripped(answer)).toEqual({
      order: { id: "order_1", items: [{ id: "l1", variant: {} }] },
      products: [{ id: "p1", variants: [{ sku: "a" }] }],
    });
  });

  it("shows of a payment session what its buyer needs", () => {
    const sessions = [
      {
        id: "payses_1",
        context: { customer: { email: "a@example.com" } },
        data: { reference: "YG-22222222", session_id: "x", arrived: true },
      },
    ];
    expect(stripped({ payment_sessions: sessions })).toEqual({
      payment_sessions: [{ id: "payses_1", data: { reference: "YG-22222222" } }],
    });
  });

  it("without anything private is passed on as it is, amounts untouched", () => {
    const answer = { total: new Amount("x"), list: [{ a: 1 }], nothing: null, text: "metadata" };
    expect(stripped(answer)).toBe(answer);
  });
});
