/** The household says that its money arrived, by a signed page or its printed passbook, or that it did not. */
import sharp from "sharp";
import { z } from "zod";

import {
  confirmationsReplySchema,
  disputeOpenedReplySchema,
  disputesReplySchema,
  movedReplySchema,
  pageReplySchema,
  passbookReplySchema,
} from "@yigou/backend/contract";

import { pictureForm } from "../../lists/pictures";
import { creditsIn, type Members, paidWage } from "../entries";
import { look } from "../ledger";
import { openShop, type Shop, suppliersOf } from "../shop";
import { memberNamed, refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let county: Visitor;
let members: Members;
let households: string[];

beforeAll(async () => {
  shop = await openShop();
  county = await shop.visitor("county_official");
  members = {
    manager: await shop.visitor("cooperative"),
    bookkeeper: await memberNamed(shop.house.url, "bookkeeper"),
  };
  households = await suppliersOf(members.manager);
});
afterAll(() => shop.close());

let next = 0;

/** A household of its own with a wage that is paid and not confirmed. */
async function paidHousehold(amount_fen = 50_000) {
  next += 1;
  return paidWage(members, county, households[next - 1] ?? "", amount_fen);
}

const photograph = async (): Promise<Buffer> => {
  const colour = { r: next, g: 120, b: 90 };
  const blank = sharp({ create: { width: 40, height: 60, channels: 3, background: colour } });
  return blank
    .withExif({ IFD0: { Copyright: "GPS 25.38N" } })
    .jpeg()
    .toBuffer();
};

async function signedPage(path: string, photo: Buffer): Promise<string> {
  const answer = await county.post(`${path}/pages`, pictureForm(photo));
  return replyOf(answer, pageReplySchema).page_id;
}

const factsSchema = z.object({ facts: z.record(z.string(), z.unknown()) });

describe("a signed page", () => {
  it("confirms once; the same photograph proves nothing else, and its camera data are gone", async () => {
    const { path, confirm, credit_ids, household_id } = await paidHousehold();
    const photo = await photograph();
    const page_id = await signedPage(path, photo);
    const body = { method: "page", credit_ids, page_id };
    const elsewhere = await shop.visitor("county_official_other");
    expect(refusalOf(await elsewhere.post(confirm, body))).toBe("404 not_found");
    expect(refusalOf(await county.post(confirm, { ...body, page_id: "cev_none" }))).toBe(
      "400 page_unknown",
    );
    const two = await Promise.all([county.post(confirm, body), county.post(confirm, body)]);
    expect(two.map((one) => one.status).toSorted()).toEqual([200, 409]);
    const [row] = await look(
      shop.house.database,
      factsSchema,
      "select facts from ledger_transaction where idempotency_key = $1",
      [`confirm:${page_id}`],
    );
    expect(Object.keys(row?.facts ?? {}).toSorted()).toEqual(
      ["credits", "evidence", "method", "official_id", "page_sha256"].toSorted(),
    );
    const done = replyOf(await county.get(confirm), confirmationsReplySchema).confirmations;
    expect(done).toMatchObject([{ method: "page", amount_fen: 50_000, credits: 1 }]);
    const kept = await fetch(new URL(done[0]?.page ?? "", shop.house.url));
    const bytes = Buffer.from(await kept.arrayBuffer());
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect((await creditsIn(county, household_id))[0]?.state).toBe("confirmed");

    const other = await paidHousehold();
    const again = await signedPage(other.path, photo);
    const reuse = { method: "page", credit_ids: other.credit_ids, page_id: again };
    expect(refusalOf(await county.post(other.confirm, reuse))).toBe("409 page_used");
  });
});

describe("a code by SMS", () => {
  it("is refused clearly where no provider is configured", async () => {
    const { path, credit_ids } = await paidHousehold();
    expect(refusalOf(await county.post(`${path}/codes`, { credit_ids }))).toBe(
      "409 sms_not_configured",
    );
  });
});

describe("a printed passbook page", () => {
  it("carries a code that confirms what is printed on it; printing again voids the one before", async () => {
    const { path, confirm } = await paidHousehold(33_300);
    const print = async () => replyOf(await county.post(`${path}/passbook`), passbookReplySchema);
    const [first, second] = [await print(), await print()];
    expect(second).toMatchObject({ amount_fen: 33_300, lines: [{ linkage: "wage" }] });
    const use = (code: string) => county.post(confirm, { method: "passbook_code", code });
    expect(refusalOf(await use(first.code))).toBe("409 code_expired");
    expect(replyOf(await use(second.code.toLowerCase()), movedReplySchema).amount_fen).toBe(33_300);
    expect(refusalOf(await use(second.code))).toBe("409 code_used");
    expect(refusalOf(await county.post(`${path}/passbook`))).toBe("409 nothing_to_confirm");
  });
});

describe("a household that did not get its money", () => {
  it("is heard by township and county, freezes nothing, and is answered once with a reason", async () => {
    const { path, credit_ids, household_id } = await paidHousehold();
    const body = { credit_ids, statement: "卡上没有这笔钱" };
    const made = await county.post(`${path}/disputes`, body);
    const { dispute_id } = replyOf(made, disputeOpenedReplySchema);
    const list = async (visitor: Visitor) =>
      replyOf(
        await visitor.get(`/official/disputes?household_id=${household_id}`),
        disputesReplySchema,
      ).disputes;
    expect(await list(county)).toMatchObject([{ amount_fen: 50_000, outcome: null }]);
    const elsewhere = await shop.visitor("county_official_other");
    expect(await list(elsewhere)).toEqual([]);
    const resolve = `/official/disputes/${dispute_id}/resolution`;
    const answer = { outcome: "received", reason: "户主查到另一张卡上" };
    const village = await shop.visitor("village_cadre");
    expect(refusalOf(await village.post(resolve, answer))).toBe("403 forbidden_action");
    expect(refusalOf(await elsewhere.post(resolve, answer))).toBe("404 not_found");
    const { code } = replyOf(await county.post(`${path}/passbook`), passbookReplySchema);
    replyOf(
      await county.post(`${path}/confirmations`, { method: "passbook_code", code }),
      movedReplySchema,
    );
    replyOf(await county.post(resolve, answer), z.unknown());
    expect(refusalOf(await county.post(resolve, answer))).toBe("409 dispute_resolved");
    expect(await list(county)).toMatchObject([{ outcome: "received", confirmed_fen: 50_000 }]);
  });
});
