/** Two carts of one buyer become one, and nothing is doubled. */
import { merged } from "../../../backend/src/modules/basket";

const item = (variant_id: string, quantity: number) => ({ variant_id, quantity });

describe("two carts", () => {
  it("keep the larger number of what is in both, and all that is in one", () => {
    const both = merged([item("a", 2), item("b", 1)], [item("b", 3), item("c", 1)]);
    expect(both).toEqual([item("a", 2), item("b", 3), item("c", 1)]);
  });

  it("put together twice are the same as once", () => {
    const brought = [item("b", 3), item("c", 1)];
    const once = merged([item("a", 2), item("b", 1)], brought);
    expect(merged(once, brought)).toEqual(once);
  });

  it("have forty lines at most; what the buyer had comes first", () => {
    const many = Array.from({ length: 40 }, (_, n) => item(`v${n}`, 1));
    expect(merged(many, [item("late", 1)])).toEqual(many);
  });
});
