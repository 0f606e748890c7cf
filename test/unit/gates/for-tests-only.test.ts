/** What bends the backend for tests is refused where real money is. */
import { parseEnv } from "../../../backend/src/env";

const production = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://yigou:x@localhost/yigou",
  JWT_SECRET: "a".repeat(40),
  COOKIE_SECRET: "b".repeat(40),
  YIGOU_WEBHOOK_SECRET: "c".repeat(40),
  YIGOU_DATA_KEY: Buffer.alloc(32, "key").toString("base64"),
};

it("starts in production without them", () => {
  expect(parseEnv(production)).toMatchObject({ YIGOU_WITHOUT_LOCKS: false });
});

it.each([
  ["YIGOU_FAILPOINT", "place-order:done:kill@1"],
  ["YIGOU_FAILPOINT_LOG", "/tmp/log"],
  ["YIGOU_WITHOUT_LOCKS", "1"],
])("refuses %s in production", (name, value) => {
  expect(() => parseEnv({ ...production, [name]: value })).toThrow(name);
});

describe("the keys of Stripe", () => {
  const keys = { STRIPE_API_KEY: "sk_test_1", STRIPE_WEBHOOK_SECRET: "whsec_12345678" };

  it("are taken together, and empty ones are none", () => {
    expect(parseEnv({ ...production, ...keys })).toMatchObject(keys);
    expect(
      parseEnv({ STRIPE_API_KEY: "", STRIPE_WEBHOOK_SECRET: "" }).STRIPE_API_KEY,
    ).toBeUndefined();
    expect(parseEnv({ STRIPE_METHODS: "card, alipay" }).STRIPE_METHODS).toEqual(["card", "alipay"]);
  });

  it.each([
    ["half a set", { STRIPE_API_KEY: "sk_test_1" }, "STRIPE_WEBHOOK_SECRET"],
    ["the other half", { STRIPE_WEBHOOK_SECRET: "whsec_12345678" }, "STRIPE_API_KEY"],
    ["the page's key alone", { STRIPE_PUBLISHABLE_KEY: "pk_test_1" }, "STRIPE_API_KEY"],
    [
      "a publishable key as the secret one",
      { ...keys, STRIPE_API_KEY: "pk_test_1" },
      "STRIPE_API_KEY",
    ],
    ["a double in production", { ...keys, STRIPE_HOST: "http://localhost:1" }, "STRIPE_HOST"],
    [
      "the sandbox beside real money",
      { ...keys, YIGOU_SANDBOX_PAYMENT: "1" },
      "YIGOU_SANDBOX_PAYMENT",
    ],
  ])("are refused: %s", (_, given, name) => {
    expect(() => parseEnv({ ...production, ...given })).toThrow(name);
  });
});

it.each(["place-order:done", "place-order:done:kill@x", "place-order:done:burn@1", "done:kill@1"])(
  "refuses a failpoint that is none: %s",
  (YIGOU_FAILPOINT) => {
    expect(() => parseEnv({ YIGOU_FAILPOINT })).toThrow("YIGOU_FAILPOINT");
  },
);

it("takes a failpoint outside production", () => {
  const YIGOU_FAILPOINT = "place-order:done:kill@3";
  expect(parseEnv({ YIGOU_FAILPOINT })).toMatchObject({ YIGOU_FAILPOINT });
});
