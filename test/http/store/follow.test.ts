/** Following: news by consent, on the page and by mail, and an end without a login. */
import { z } from "zod";

import {
  consentsReplySchema,
  followsReplySchema,
  newsReplySchema,
  productReplySchema,
} from "@yigou/backend/contract";

import { productOf } from "../../lists/products";
import { look } from "../ledger";
import { openShop, suppliersOf, type Shop, until } from "../shop";
import { newBuyer, refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let county: Visitor;
let seller: Visitor;
let buyers = 0;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  county = await shop.visitor("county_official");
  seller = await shop.visitor("cooperative");
});
afterAll(() => shop.close());

const span = { given_on: "2026-01-01", expires_on: "2028-01-01" };

/** A household that agreed to these purposes and no other; answers its address. */
async function household(at: number, purposes: readonly string[]) {
  const id = (await suppliersOf(seller))[at] ?? "";
  const title = `关注测试 ${process.pid} ${at} ${Date.now()}`;
  replyOf(await seller.post("/cooperative/products", productOf(title, [id])), productReplySchema);
  const path = `/official/households/${id}/consents`;
  for (const purpose of ["story", "village", "news"])
    await county.post(`${path}/withdrawal`, { purpose });
  let handle = "";
  for (const purpose of purposes) {
    const body = { purpose, evidence: "signed_page", ...span };
    handle = replyOf(await county.post(path, body), consentsReplySchema).handle ?? "";
  }
  return { id, handle };
}

async function buyer(): Promise<Visitor & { email: string }> {
  buyers += 1;
  const email = `follow-${buyers}-${Date.now()}@example.com`;
  return { ...(await newBuyer(shop.house.url, email)), email };
}

const tell = (id: string, zh: string) =>
  county.post(`/official/households/${id}/news`, { topic: "harvest", zh, en: "" });
const mail = z.object({ to: z.string(), data: z.object({ text: z.string() }) });
/** Mails to an address, as Medusa keeps them. */
const mailsTo = (email: string) =>
  look(
    shop.house.database,
    mail,
    `select "to", data from notification where "to" = $1 and channel = 'email'`,
    [email],
  );

it("news of a household needs its consent for news, and is gone when that is taken back", async () => {
  const { id, handle } = await household(0, ["story"]);
  expect(refusalOf(await tell(id, "今天开园采收"))).toBe("409 consent_missing");
  const body = { purpose: "news", evidence: "signed_page", ...span };
  replyOf(await county.post(`/official/households/${id}/consents`, body), consentsReplySchema);
  expect((await tell(id, "今天开园采收")).status).toBe(200);
  const path = `/store/news/household/${handle}`;
  const { news } = replyOf(await guest.get(path), newsReplySchema);
  expect(news.map((one) => one.zh)).toContain("今天开园采收");
  await county.post(`/official/households/${id}/consents/withdrawal`, { purpose: "news" });
  expect(refusalOf(await guest.get(path))).toBe("404 not_found");
});

it("news with a phone number or an illness is refused, and nothing is published", async () => {
  const { id, handle } = await household(1, ["story", "news"]);
  for (const zh of ["电话 13800138000", "老人住院了"])
    expect(refusalOf(await tell(id, zh))).toBe("400 personal_data");
  const answer = await guest.get(`/store/news/household/${handle}`);
  expect(replyOf(answer, newsReplySchema).news).toEqual([]);
});

it("a follower gets one mail for each news, and none after the link in it was used", async () => {
  const { id, handle } = await household(2, ["story", "news"]);
  const one = await buyer();
  const follow = { kind: "household", handle, by_mail: true };
  for (const _ of [1, 2]) expect((await one.post("/store/my/follows", follow)).status).toBe(200);
  const { follows } = replyOf(await one.get("/store/my/follows"), followsReplySchema);
  expect(follows).toHaveLength(1);
  await tell(id, "第一批脐橙下树了");
  const [first] = await until(
    () => mailsTo(one.email),
    (mails) => mails.length > 0,
  );
  expect(first?.data.text).toContain("第一批脐橙下树了");
  const token = /\/unfollow\/([\w-]{43})/.exec(first?.data.text ?? "")?.[1] ?? "";
  expect((await guest.post(`/store/follows/${token}`)).status).toBe(200);
  expect((await guest.post(`/store/follows/${token}`)).status).toBe(200);
  await tell(id, "第二批也下树了");
  const other = await buyer();
  await other.post("/store/my/follows", follow);
  await tell(id, "第三批装箱");
  await until(
    () => mailsTo(other.email),
    (mails) => mails.length > 0,
  );
  expect(await mailsTo(one.email)).toHaveLength(1);
  expect(await mailsTo(other.email)).toHaveLength(1);
});

it("a mail that waits is not sent once the consent is taken back", async () => {
  const { id, handle } = await household(3, ["story", "news"]);
  const one = await buyer();
  await one.post("/store/my/follows", { kind: "household", handle, by_mail: true });
  await Promise.all([
    tell(id, "收回前的消息"),
    county.post(`/official/households/${id}/consents/withdrawal`, { purpose: "story" }),
  ]);
  const waits = z.object({ open: z.coerce.number() });
  await until(
    () =>
      look(
        shop.house.database,
        waits,
        "select count(*) as open from news_mail where sent_at is null and dropped_at is null",
        [],
      ),
    ([row]) => row?.open === 0,
  );
  expect(await mailsTo(one.email)).toEqual([]);
});

it("another's follow is not found, and a strange token neither", async () => {
  const { handle } = await household(4, ["story", "news"]);
  const [one, other] = [await buyer(), await buyer()];
  await one.post("/store/my/follows", { kind: "household", handle, by_mail: false });
  const { follows } = replyOf(await one.get("/store/my/follows"), followsReplySchema);
  const body = { id: follows[0]?.id ?? "" };
  expect(refusalOf(await other.post("/store/my/follows/end", body))).toBe("404 not_found");
  expect(refusalOf(await guest.post(`/store/follows/${"y".repeat(43)}`))).toBe("404 not_found");
  expect((await one.post("/store/my/follows/end", body)).status).toBe(200);
});
