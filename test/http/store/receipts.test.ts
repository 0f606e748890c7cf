/** Receipts go to the buyer alone, and nothing that the ledger publishes says who is poor. */
import { createHash } from "node:crypto";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { checkReceipt, receiptReplySchema, type Receipt } from "@yigou/backend/contract";
import { z } from "zod";

import { ROOT } from "../../../backend/local/home";
import { testEnvironment } from "../../support/world";
import { privateNamesIn, privateNumbersIn } from "../canary";
import { look } from "../ledger";
import { buyOne, type Bought, listGoods, openShop, type Shop, until, untilCredited } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let buyer: Visitor;
let other: Visitor;
let own: Bought;
let strange: Bought;

beforeAll(async () => {
  shop = await openShop({ YIGOU_SEAL_MS: "500" });
  guest = await shop.visitor("anonymous");
  buyer = await shop.visitor("buyer");
  other = await shop.visitor("buyer_other");
  const { variant_id } = await listGoods(await shop.visitor("cooperative"), { stock: 50 });
  own = await buyOne(buyer, variant_id);
  strange = await buyOne(guest, variant_id, 2);
  await untilCredited(buyer, own.order.id);
  await untilCredited(guest, strange.order.id, strange.token);
});
afterAll(() => shop.close());

const path = (id: string) => `/store/orders/${encodeURIComponent(id)}/receipt`;
const withToken = (token: string | undefined) => ({ headers: { "x-order-token": token ?? "" } });

/** The receipt, once every transaction in it has its block. */
function sealedReceipt(visitor: Visitor, { order, token }: Bought): Promise<Receipt> {
  const sent = token === undefined ? {} : withToken(token);
  return until(
    async () => replyOf(await visitor.get(path(order.id), sent), receiptReplySchema),
    ({ transactions }) => transactions.length > 0 && transactions.every(({ seal }) => seal),
  );
}

describe("a receipt", () => {
  it("goes to the customer who bought, and to a guest who has the order's token", async () => {
    for (const receipt of [await sealedReceipt(buyer, own), await sealedReceipt(guest, strange)]) {
      expect((await checkReceipt(receipt)).ok).toBe(true);
    }
  });

  it("is not found for a stranger without the order's token", async () => {
    expect(refusalOf(await guest.get(path(own.order.id)))).toBe("404 not_found");
    expect(refusalOf(await guest.get(path(strange.order.id)))).toBe("404 not_found");
  });

  it("is not found for another buyer, a cooperative, an official, the operator", async () => {
    const names = ["cooperative", "county_official", "village_cadre", "operator"] as const;
    const others = await Promise.all(names.map((name) => shop.visitor(name)));
    for (const stranger of [other, ...others]) {
      for (const { order } of [own, strange]) {
        const answer = await stranger.get(path(order.id));
        expect([401, 403, 404], `${stranger.name}: ${answer.text}`).toContain(answer.status);
      }
    }
    expect(refusalOf(await other.get(path(own.order.id)))).toBe("404 not_found");
  });

  it.each([
    ["another order's", () => strange.token],
    ["a cut", () => strange.token?.slice(0, -1)],
    ["a changed", () => strange.token?.replace(/^./, (first) => (first === "A" ? "B" : "A"))],
    ["an empty", () => ""],
  ])("is not found with %s token", async (_, token) => {
    const id = _ === "another order's" ? own.order.id : strange.order.id;
    expect(refusalOf(await guest.get(path(id), withToken(token())))).toBe("404 not_found");
  });

  it.each(["order_01HZZZZZZZZZZZZZZZZZZZZZZZ", "order_", "%", "' or true --", "x".repeat(300)])(
    "is not found under the wrong id %s",
    async (id) => {
      const answer = await buyer.get(path(id));
      expect(["404 not_found", "400 invalid_input"]).toContain(refusalOf(answer));
      expect(answer.text).not.toContain("transactions");
    },
  );
});

const secretRow = z.object({
  seq: z.coerce.number(),
  order_id: z.string().nullable(),
  salt: z.string(),
});
const householdRow = z.object({ id: z.string(), code: z.string(), alias: z.string() });

/** Everything that the ledger shows to the world, and the receipt of one buyer. */
async function published(): Promise<Record<string, string>> {
  await sealedReceipt(buyer, own);
  await sealedReceipt(guest, strange);
  const dir = mkdtempSync(join(tmpdir(), "yigou-export-"));
  const file = join(dir, "export.jsonl");
  const script = join(ROOT, "backend/src/scripts/ledger-verify.ts");
  const args = ["--import", "tsx", script, "--export", file];
  const env = testEnvironment(shop.house.database.url, 1);
  const printed = await promisify(execFile)(process.execPath, args, {
    cwd: join(ROOT, "backend"),
    env,
  });
  const texts = {
    head: (await guest.get("/store/ledger/head")).text,
    blocks: (await guest.get("/store/ledger/blocks?limit=200")).text,
    receipt: (await buyer.get(path(own.order.id))).text,
    export: readFileSync(file, "utf8"),
    verdict: printed.stdout,
  };
  rmSync(dir, { recursive: true });
  return texts;
}

const blindOf = (salt: string): string =>
  createHash("sha256").update(`yigou blind 1 ${salt}`).digest("hex");

describe("head, blocks, a receipt and the export", () => {
  it("carry no name, number, file number, alias, salt, and no blind of others' amounts", async () => {
    const texts = await published();
    const { database } = shop.house;
    const secrets = await look(
      database,
      secretRow,
      "select seq, order_id, salt::text as salt from ledger_transaction",
    );
    const households = await look(database, householdRow, "select id, code, alias from household");
    expect(secrets.length).toBeGreaterThanOrEqual(2);
    expect(households.length).toBeGreaterThan(10);
    for (const [what, text] of Object.entries(texts)) {
      expect(text.length, what).toBeGreaterThan(50);
      expect([...privateNumbersIn(text), ...privateNamesIn(text, undefined)], what).toEqual([]);
      for (const { id, code, alias } of households) {
        for (const mark of [id, code, alias])
          expect(text.includes(mark), `${what}: ${mark}`).toBe(false);
      }
      for (const { salt } of secrets) {
        for (const mark of [salt, salt.replaceAll("-", "")])
          expect(text.includes(mark), `${what}: a salt`).toBe(false);
      }
    }
    const others = secrets.filter(({ order_id }) => order_id !== own.order.id);
    for (const { salt } of others) {
      for (const what of ["head", "blocks", "receipt"])
        expect(texts[what]?.includes(blindOf(salt)), what).toBe(false);
    }
    expect(texts["receipt"]).not.toContain(strange.order.id);
    for (const id of [own.order.id, strange.order.id]) expect(texts["export"]).not.toContain(id);
  });

  it("open amounts in the export only where no household, or five of them, stand behind", async () => {
    const texts = await published();
    const { database } = shop.house;
    // Two households stand behind the goods of these orders.
    const secrets = await look(
      database,
      secretRow,
      "select seq, order_id, salt::text as salt from ledger_transaction where order_id in ($1, $2)",
      [own.order.id, strange.order.id],
    );
    expect(secrets.length).toBeGreaterThanOrEqual(2);
    for (const { salt } of secrets) expect(texts["export"]).not.toContain(blindOf(salt));
  });
});
