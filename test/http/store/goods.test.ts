/** From the cooperative's desk to the buyer's screen: goods appear, change and vanish; strangers change nothing. */
import sharp from "sharp";

import {
  cartPreviewReplySchema,
  goodReplySchema,
  goodsReplySchema,
  pictureReplySchema,
  productReplySchema,
} from "@yigou/backend/contract";

import { productOf } from "../../lists/products";
import { buyOne, listGoods, openShop, type Shop, suppliersOf, until } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let other: Visitor;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  other = await shop.visitor("cooperative_other");
});
afterAll(() => shop.close());

const goodOf = async (handle: string) =>
  replyOf(await guest.get(`/store/goods/${handle}`), goodReplySchema).good;
const search = async (query: string) =>
  replyOf(await guest.get(`/store/goods?${query}`), goodsReplySchema);

const sum = (parts: { amount_fen: number }[]) =>
  parts.reduce((all, part) => all + part.amount_fen, 0);

describe("goods that a cooperative lists", () => {
  it("are found and shown at once, with a split that adds up to the price", async () => {
    const { handle } = await listGoods(seller, { price_fen: 3990, stock: 7 });
    const good = await goodOf(handle);
    const [variant] = good.variants;
    expect(variant).toMatchObject({ price_fen: 3990, in_stock: true, few_left: 7 });
    expect(sum(variant?.breakdown ?? [])).toBe(3990);
    expect(good.households.map((one) => one.share_ppm)).toEqual([500_000, 500_000]);
    const found = await search(`q=${encodeURIComponent(good.title)}`);
    expect(found.goods[0]?.handle).toBe(handle);
  });

  it("of the same title get handles of their own", async () => {
    const households = (await suppliersOf(seller)).slice(0, 1);
    const body = productOf("同名的橙", households);
    const handles = await Promise.all(
      [1, 2].map(async () => {
        const answer = await seller.post("/cooperative/products", body);
        return answer.status === 200
          ? replyOf(answer, productReplySchema).product.handle
          : refusalOf(answer);
      }),
    );
    const third = replyOf(await seller.post("/cooperative/products", body), productReplySchema)
      .product.handle;
    expect(new Set([...handles, third]).size).toBe(3);
  });

  it("are the cooperative's own to change: another's are not found", async () => {
    const { product_id, variant_id, handle } = await listGoods(seller, { price_fen: 3990 });
    const change = { status: "draft", variants: [{ id: variant_id, price_fen: 1000, stock: 0 }] };
    const path = `/cooperative/products/${product_id}`;
    expect(refusalOf(await other.post(path, change))).toBe("404 not_found");
    expect((await goodOf(handle)).variants[0]?.price_fen).toBe(3990);
  });

  it("cost what was changed at once, on the page, in the cart and in the list", async () => {
    const { product_id, variant_id, handle } = await listGoods(seller, { price_fen: 3990 });
    const change = { variants: [{ id: variant_id, price_fen: 4550 }] };
    replyOf(await seller.post(`/cooperative/products/${product_id}`, change), productReplySchema);
    const good = await goodOf(handle);
    expect(good.variants[0]?.price_fen).toBe(4550);
    expect(sum(good.variants[0]?.breakdown ?? [])).toBe(4550);
    const cart = replyOf(
      await guest.get(`/store/cart-preview?variants=${variant_id}`),
      cartPreviewReplySchema,
    );
    expect(cart.lines.map((line) => line.price_fen)).toEqual([4550]);
    const found = await search(`q=${encodeURIComponent(good.title)}`);
    expect(found.goods.find((one) => one.handle === handle)?.price_fen).toBe(4550);
  });

  it("vanish when they are taken off, and come back", async () => {
    const { product_id, variant_id, handle } = await listGoods(seller);
    const path = `/cooperative/products/${product_id}`;
    replyOf(await seller.post(path, { status: "draft" }), productReplySchema);
    expect(refusalOf(await guest.get(`/store/goods/${handle}`))).toBe("404 not_found");
    const cart = replyOf(
      await guest.get(`/store/cart-preview?variants=${variant_id}`),
      cartPreviewReplySchema,
    );
    expect(cart.lines).toEqual([]);
    replyOf(await seller.post(path, { status: "published" }), productReplySchema);
    expect((await goodOf(handle)).product_id).toBe(product_id);
  });

  it("are not for sale below their fees", async () => {
    const { product_id, variant_id } = await listGoods(seller);
    const change = { variants: [{ id: variant_id, price_fen: 399 }] };
    const answer = await seller.post(`/cooperative/products/${product_id}`, change);
    expect(refusalOf(answer)).toBe("400 split_exceeds_price");
  });
});

describe("stock", () => {
  it("goes down with a purchase at once, and the list says sold out soon after the last", async () => {
    const { variant_id, handle } = await listGoods(seller, { stock: 2 });
    await buyOne(guest, variant_id, 1);
    expect((await goodOf(handle)).variants[0]).toMatchObject({ in_stock: true, few_left: 1 });
    await buyOne(guest, variant_id, 1);
    const { title, variants } = await goodOf(handle);
    expect(variants[0]).toMatchObject({ in_stock: false, few_left: null });
    const found = await until(
      () => search(`q=${encodeURIComponent(title)}`),
      ({ goods }) => goods.some((good) => good.handle === handle && !good.in_stock),
    );
    expect(found.count).toBeGreaterThan(0);
  });

  it("set by the cooperative is what is for sale, whatever is reserved", async () => {
    const { product_id, variant_id, handle } = await listGoods(seller, { stock: 5 });
    await buyOne(guest, variant_id, 3);
    const change = { variants: [{ id: variant_id, stock: 4 }] };
    const { product } = replyOf(
      await seller.post(`/cooperative/products/${product_id}`, change),
      productReplySchema,
    );
    expect(product.variants[0]?.stock).toBe(4);
    expect((await goodOf(handle)).variants[0]?.few_left).toBe(4);
  });
});

describe("a picture", () => {
  const upload = async (content: Uint8Array<ArrayBuffer>, name: string) => {
    const form = new FormData();
    form.append("file", new Blob([content], { type: "image/png" }), name);
    return seller.post("/cooperative/pictures", form);
  };

  it("is written anew: no camera data, no position", async () => {
    const withPlace = await sharp({
      create: { width: 8, height: 8, channels: 3, background: "#e9822b" },
    })
      .withExif({ IFD0: { Copyright: "secret-place" } })
      .jpeg()
      .toBuffer();
    expect(withPlace.includes("secret-place")).toBe(true);
    const answer = await upload(new Uint8Array(withPlace), "橙.jpg");
    const { url } = replyOf(answer, pictureReplySchema);
    expect(url).toMatch(/^\/static\/[\w/.-]+\.jpg$/);
    const kept = Buffer.from(await (await fetch(new URL(url, shop.house.url))).arrayBuffer());
    expect((await sharp(kept).metadata()).format).toBe("jpeg");
    expect(kept.includes("secret-place")).toBe(false);
  });

  it.each([
    [
      "a drawing with a script",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ],
    ["no picture", Buffer.from("hello")],
    ["nothing", Buffer.alloc(0)],
  ])("is refused when it is %s", async (_, content) => {
    const answer = await upload(new Uint8Array(content), "a.png");
    expect(refusalOf(answer)).toBe("400 upload_not_image");
  });

  it("is refused above five megabytes", async () => {
    const answer = await upload(new Uint8Array(6 * 1024 * 1024), "a.png");
    expect(refusalOf(answer)).toBe("413 upload_too_large");
  });
});
