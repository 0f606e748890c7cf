/** A code by SMS: short-lived, once, for one household and one sum; the gateway is a double. */
import { z } from "zod";

import { codeReplySchema, movedReplySchema } from "@yigou/backend/contract";

import { openSmsDouble, type SmsDouble } from "../../support/sms-double";
import { type Members, paidWage } from "../entries";
import { look } from "../ledger";
import { openShop, type Shop, suppliersOf, until } from "../shop";
import { memberNamed, refusalOf, replyOf, type Visitor } from "../visitor";

let sms: SmsDouble;
let shop: Shop;
let county: Visitor;
let members: Members;
let households: string[];

beforeAll(async () => {
  sms = await openSmsDouble();
  shop = await openShop({ YIGOU_SMS_URL: sms.url, YIGOU_SMS_TOKEN: sms.token });
  county = await shop.visitor("county_official");
  members = {
    manager: await shop.visitor("cooperative"),
    bookkeeper: await memberNamed(shop.house.url, "bookkeeper"),
  };
  households = await suppliersOf(members.manager);
});
afterAll(async () => {
  await shop.close();
  await sms.close();
});

let next = 0;

/** A household of its own with a wage that is paid and not confirmed. */
async function paidHousehold(amount_fen = 50_000) {
  next += 1;
  return paidWage(members, county, households[next - 1] ?? "", amount_fen);
}

describe("a code by SMS", () => {
  it("confirms exactly its own sum, once, and only for its household", async () => {
    const { path, confirm, credit_ids } = await paidHousehold(61_200);
    const reply = replyOf(await county.post(`${path}/codes`, { credit_ids }), codeReplySchema);
    expect(reply).toMatchObject({ amount_fen: 61_200, credits: 1, is_sent: true });
    const message = sms.sent.at(-1);
    expect(message?.text).toContain("612.00");
    const code = /确认码 (\d{6})/.exec(message?.text ?? "")?.[1] ?? "";
    const wrong = code === "000000" ? "000001" : "000000";
    const other = await paidHousehold();
    const foreign = await county.post(other.confirm, { method: "sms_code", code });
    expect(refusalOf(foreign)).toBe("400 code_wrong");
    expect(refusalOf(await county.post(confirm, { method: "sms_code", code: wrong }))).toBe(
      "400 code_wrong",
    );
    const done = await county.post(confirm, { method: "sms_code", code });
    expect(replyOf(done, movedReplySchema)).toEqual({ moved: 1, amount_fen: 61_200 });
    expect(refusalOf(await county.post(confirm, { method: "sms_code", code }))).toBe(
      "409 code_used",
    );
    const [lying] = await look(
      shop.house.database,
      z.object({ row: z.string() }),
      `select coalesce(string_agg(e::text || m::text, ' '), '') as row
         from confirmation_evidence e left join sms_message m on m.subject_id = e.id`,
    );
    expect(lying?.row).not.toContain(code);
    expect(lying?.row).not.toContain(message?.to);
  });

  it("is void after ten minutes, and five wrong ones shut the door for the right one too", async () => {
    const { household_id, path, confirm, credit_ids } = await paidHousehold();
    const old = await county.post(`${path}/codes`, { credit_ids });
    replyOf(old, codeReplySchema);
    const code = /确认码 (\d{6})/.exec(sms.sent.at(-1)?.text ?? "")?.[1] ?? "";
    await look(
      shop.house.database,
      z.unknown(),
      "update confirmation_evidence set expires_at = now() - interval '1 second' where household_id = $1",
      [household_id],
    );
    const body = { method: "sms_code", code };
    expect(refusalOf(await county.post(confirm, body))).toBe("409 code_expired");
    const guess = { method: "sms_code", code: code === "999999" ? "999998" : "999999" };
    for (let tries = 0; tries < 5; tries += 1) await county.post(confirm, guess);
    expect(refusalOf(await county.post(confirm, body))).toBe("429 too_many_attempts");
  });

  it("is sent again when the provider was down, and asked for three times at most", async () => {
    const { path, credit_ids } = await paidHousehold();
    sms.isDown = true;
    const first = replyOf(await county.post(`${path}/codes`, { credit_ids }), codeReplySchema);
    expect(first.is_sent).toBe(false);
    const before = sms.sent.length;
    sms.isDown = false;
    await until(
      () => Promise.resolve(sms.sent.length),
      (count) => count > before,
      90_000,
    );
    for (let more = 0; more < 2; more += 1) await county.post(`${path}/codes`, { credit_ids });
    const fourth = await county.post(`${path}/codes`, { credit_ids });
    expect(refusalOf(fourth)).toBe("429 too_many_attempts");
  });
});
