/** The operator's own tools may not sell the same box twice, nor put an export where everybody finds it. */
import sharp from "sharp";
import { z } from "zod";

import { look } from "../ledger";
import { type Listed, listGoods, openShop, type Shop, until } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let operator: Visitor;
let seller: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  operator = await shop.visitor("operator");
  seller = await shop.visitor("cooperative");
  goods = await listGoods(seller, { stock: 5 });
});
afterAll(() => shop.close());

const levelSchema = z.object({
  inventory_item_id: z.string(),
  location_id: z.string(),
  reserved: z.coerce.number(),
});

async function level(): Promise<z.output<typeof levelSchema>> {
  const [row] = await look(
    shop.house.database,
    levelSchema,
    `select l.inventory_item_id, l.location_id, l.reserved_quantity as reserved from inventory_level l
     join product_variant_inventory_item i on i.inventory_item_id = l.inventory_item_id where i.variant_id = $1`,
    [goods.variant_id],
  );
  if (!row) throw new Error("no level");
  return row;
}

describe("reservations that the operator makes by hand", () => {
  it("stop where the stock ends, also when twelve come at once", async () => {
    const { inventory_item_id, location_id } = await level();
    const body = { inventory_item_id, location_id, quantity: 1 };
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => operator.post("/admin/reservations", body)),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(5);
    for (const answer of answers) {
      if (answer.status !== 200) expect(refusalOf(answer)).toBe("409 sold_out");
    }
    expect((await level()).reserved).toBe(5);
  });
});

const filesSchema = z.object({
  files: z.array(z.object({ id: z.string(), url: z.string() })).min(1),
});

async function upload(name: string, content: Uint8Array<ArrayBuffer> | string, type: string) {
  const form = new FormData();
  form.append("files", new Blob([content], { type }), name);
  return operator.send("POST", "/admin/uploads", { body: form });
}

describe("an upload", () => {
  it("of a photo loses the place where it was taken", async () => {
    const photo = await sharp({
      create: { width: 30, height: 20, channels: 3, background: "#e8743b" },
    })
      .jpeg()
      .withExif({
        IFD0: { Copyright: "owner-of-the-camera" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "25/1 0/1 0/1" },
      })
      .toBuffer();
    const { files } = replyOf(
      await upload("果园.jpg", new Uint8Array(photo), "image/jpeg"),
      filesSchema,
    );
    const shown = await fetch(`${shop.house.url}${files[0]?.url ?? ""}`);
    expect(shown.status).toBe(200);
    const content = Buffer.from(await shown.arrayBuffer());
    expect((await sharp(content).metadata()).exif).toBeUndefined();
    expect(content.includes("owner-of-the-camera")).toBe(false);
  });

  it.each([
    ["an SVG", "x.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"],
    ["a page that calls itself a photo", "x.jpg", "<script>alert(1)</script>", "image/jpeg"],
  ])("of %s is refused", async (_what, name, content, type) => {
    expect(refusalOf(await upload(name, content, type))).toBe("400 upload_not_image");
  });
});

describe("an export", () => {
  const exported = z.object({
    notifications: z.array(
      z.object({ data: z.looseObject({ file: z.object({ url: z.string() }).optional() }) }),
    ),
  });

  it("lies in no public folder and opens by its signed address only", async () => {
    expect((await operator.post("/admin/products/export")).status).toBe(202);
    const list = () => operator.get("/admin/notifications?limit=5&order=-created_at");
    const answer = await until(list, ({ text }) => text.includes("product-exports"));
    const { notifications } = replyOf(answer, exported);
    const address = notifications.find(({ data }) => data.file)?.data.file?.url ?? "";
    const { pathname, search } = new URL(address);
    const open = async (path: string) => (await fetch(`${shop.house.url}${path}`)).status;
    expect(await open(pathname + search)).toBe(200);
    expect(await open(pathname)).toBe(404);
    expect(await open(pathname + search.replace(/signature=.{4}/, "signature=AAAA"))).toBe(404);
    const key = Buffer.from(pathname.split("/").at(-1) ?? "", "base64url").toString();
    expect(key).toContain("product-exports");
    for (const folder of ["static", "uploads", "files"])
      expect(await open(`/${folder}/${key}`)).toBe(404);
  });
});

describe("pages of the operator's lists", () => {
  it("have an end as well", async () => {
    const page = z.looseObject({ limit: z.number() });
    expect(replyOf(await operator.get("/admin/products?limit=100000"), page).limit).toBe(1000);
    expect(refusalOf(await operator.get("/admin/products?limit=-1"))).toBe("400 invalid_input");
  });
});
