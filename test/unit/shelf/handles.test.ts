/** Handles from Chinese titles: readable, accepted by the route, and nobody's twice. */
import { routes } from "@yigou/backend/contract";

import { freeHandles, handleOf } from "../../../backend/src/modules/shelf";

const params = routes["GET /store/goods/:handle"].params;

describe("a handle", () => {
  it("spells the title", () => {
    expect(handleOf("赣南脐橙 10斤装")).toBe("gan-nan-qi-cheng-10-jin-zhuang");
    expect(handleOf("Honey 土蜂蜜")).toBe("honey-tu-feng-mi");
  });

  it.each(["赣南脐橙", "蔚县小米", "绿茶", "女儿红", "𠮷", "!!!", "橙".repeat(60), "-a-"])(
    "of %s is one that the product page accepts",
    (title) => {
      expect(params.safeParse({ handle: handleOf(title) }).success).toBe(true);
    },
  );

  it("is counted up when it is taken, also within one batch", () => {
    expect(freeHandles(["a", "a", "b"], new Set(["a", "a-2"]))).toEqual(["a-3", "a-4", "b"]);
  });
});
