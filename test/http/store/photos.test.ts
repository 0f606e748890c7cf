/** Photos of buyers: written anew, private until a review shows them, used once, not too large, not too many. */
import sharp from "sharp";

import { keptReviewReplySchema, photoReplySchema } from "@yigou/backend/contract";

import { reviewOf } from "../../lists/after-sale";
import { pixel } from "../../lists/pictures";
import { arrived, formOf, order, speaker, taken } from "../after-sale";
import { type Listed, listGoods, openShop, type Shop } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  goods = await listGoods(seller, { price_fen: 3990, stock: 500 });
});
afterAll(() => shop.close());

const picture = async (url: string) => {
  const reply = await fetch(`${shop.house.url}${url}`);
  return { status: reply.status, bytes: Buffer.from(await reply.arrayBuffer()) };
};

describe("a photo", () => {
  it("loses its place, is private until the review shows it, and is used once", async () => {
    const { line, review, photo, get } = await arrived(guest, seller, [[goods, 1]]);
    const bytes = await taken();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const id = await photo(bytes);
    expect((await get(`photos/${id}`)).status).toBe(200);
    expect((await get("photos/pho_unknown")).status).toBe(404);
    const written = await review(reviewOf(line(goods), { photos: [id] }));
    const { photos } = replyOf(written, keptReviewReplySchema).review;
    const shown = await picture(photos[0] ?? "");
    expect(shown.status).toBe(200);
    const { exif, xmp, width } = await sharp(shown.bytes).metadata();
    expect([exif, xmp, width]).toEqual([undefined, undefined, 60]);
    expect(shown.bytes.includes("Xinfeng")).toBe(false);
    const again = await arrived(guest, seller, [[goods, 1]]);
    const stolen = reviewOf(again.line(goods), { photos: [id] });
    expect(refusalOf(await again.review(stolen))).toBe("400 photo_unknown");
  });

  it.each([
    ["a script in a picture's clothes", Buffer.from("<svg onload=alert(1)></svg>")],
    ["half a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    [
      "a moving picture",
      Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64"),
    ],
  ])("is not %s", async (_what, bytes) => {
    const { upload } = speaker(guest, await order(guest, [[goods, 1]]));
    expect(refusalOf(await upload(formOf(bytes)))).toBe("400 upload_not_image");
  });

  it("of more than ten megabytes is refused, and so are too many", async () => {
    const { upload } = speaker(guest, await order(guest, [[goods, 1]]));
    const large = Buffer.alloc(10 * 1024 * 1024 + 1);
    expect(refusalOf(await upload(formOf(large)))).toBe("413 upload_too_large");
    for (let sent = 0; sent < 24; sent++) {
      replyOf(await upload(formOf(pixel)), photoReplySchema);
    }
    expect(refusalOf(await upload(formOf(pixel)))).toBe("409 photos_too_many");
  });
});
