/** A forgotten password: the token from the mail opens the door once. */
import { createHash, randomUUID } from "node:crypto";

import { generateJwtToken } from "@medusajs/framework/utils";
import { z } from "zod";

import { TEST_SECRETS } from "../../support/world";
import { look } from "../ledger";
import { openShop, type Shop } from "../shop";
import { newBuyer, visitorOf } from "../visitor";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const elsewhere = () => ({ headers: { "x-forwarded-for": randomUUID() } });

async function logsIn(email: string, password: string): Promise<boolean> {
  const guest = visitorOf(shop.house.url, "somebody");
  const answer = await guest.post("/auth/customer/emailpass", { email, password }, elsewhere());
  return answer.status === 200;
}

/** Asks for a new password, and answers the token as the mail would carry it. */
async function forgotten(email: string): Promise<string> {
  const guest = visitorOf(shop.house.url, "somebody");
  await guest.post("/auth/customer/emailpass/reset-password", { identifier: email }, elsewhere());
  const jwtid = randomUUID();
  // The database knows the token by its hash only, so the test puts one there whose text it knows.
  const changed = await look(
    shop.house.database,
    z.object({ id: z.string() }),
    "update auth_password_reset_token set token_hash = $1 where entity_id = $2 and deleted_at is null returning id",
    [createHash("sha256").update(jwtid).digest("hex"), email],
  );
  expect(changed).toHaveLength(1);
  const claims = {
    entity_id: email,
    provider: "emailpass",
    actor_type: "customer",
    purpose: "reset",
  };
  return generateJwtToken(claims, {
    secret: TEST_SECRETS.JWT_SECRET,
    expiresIn: "15m",
    jwtOptions: { jwtid },
  });
}

async function renews(token: string, password: string): Promise<number> {
  const holder = visitorOf(shop.house.url, "holder", token);
  const answer = await holder.post("/auth/customer/emailpass/update", { password }, elsewhere());
  return answer.status;
}

describe("a token to set a new password", () => {
  it("works once; the second time, and for an older request, it is worth nothing", async () => {
    const email = `forgetful-${randomUUID()}@example.com`;
    await newBuyer(shop.house.url, email);
    const older = await forgotten(email);
    const token = await forgotten(email);
    expect(await renews(older, "an-older-password-1")).toBe(401);
    expect(await renews(token, "a-new-password-1")).toBe(200);
    expect(await renews(token, "a-thief-password-1")).toBe(401);
    expect(await logsIn(email, "a-new-password-1")).toBe(true);
    expect(await logsIn(email, "a-thief-password-1")).toBe(false);
    expect(await logsIn(email, "correct-horse-1")).toBe(false);
  });

  it("is not the token of a login, nor one that was signed by somebody else", async () => {
    const email = `careful-${randomUUID()}@example.com`;
    const buyer = await newBuyer(shop.house.url, email);
    const answer = await buyer.post(
      "/auth/customer/emailpass/update",
      { password: "x-password-1" },
      elsewhere(),
    );
    expect(answer.status).toBe(401);
    await forgotten(email);
    const claims = {
      entity_id: email,
      provider: "emailpass",
      actor_type: "customer",
      purpose: "reset",
    };
    const forged = generateJwtToken(claims, {
      secret: "another secret",
      expiresIn: "15m",
      jwtOptions: { jwtid: randomUUID() },
    });
    expect(await renews(forged, "x-password-2")).toBe(401);
    expect(await logsIn(email, "correct-horse-1")).toBe(true);
  });
});
