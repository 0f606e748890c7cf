/** What a receipt proves: a true one holds, and nothing in it can be changed without showing. */
import { createHash } from "node:crypto";

import fc from "fast-check";
import { z } from "zod";

import {
  blockHash,
  checkReceipt,
  firstBroken,
  GENESIS,
  hashOfText,
  leafOf,
  type Receipt,
  receiptReplySchema,
  rootOf,
  sumsText,
} from "@yigou/backend/contract";

import { merklePath, merkleRoot } from "../../../backend/src/modules/income/merkle";

const leavesOf = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, at) => createHash("sha256").update(`leaf ${at}`).digest());

const hexes = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString("hex"));

/** A tree of some leaves and one of them. */
const place = fc
  .integer({ min: 1, max: 260 })
  .chain((count) => fc.record({ count: fc.constant(count), index: fc.nat(count - 1) }));

describe("the path of a leaf", () => {
  it("leads to the root of its block, in trees of every shape", async () => {
    await fc.assert(
      fc.asyncProperty(place, async ({ count, index }) => {
        const leaves = leavesOf(count);
        const leaf = leaves[index]?.toString("hex") ?? "";
        const path = hexes(merklePath(leaves, index));
        const root = merkleRoot(leaves).toString("hex");
        expect(await rootOf({ leaf, index, count, path })).toBe(root);
      }),
      { numRuns: 300 },
    );
  });

  it("leads elsewhere from another place, with a step too many or too few", async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.nat(), async ({ count, index }, step) => {
        const leaves = leavesOf(count);
        const root = merkleRoot(leaves).toString("hex");
        const leaf = leaves[index]?.toString("hex") ?? "";
        const path = hexes(merklePath(leaves, index));
        const other = (index + 1 + (step % Math.max(1, count - 1))) % count;
        if (other !== index)
          expect(await rootOf({ leaf, index: other, count, path })).not.toBe(root);
        expect(await rootOf({ leaf, index, count, path: [...path, leaf] })).not.toBe(root);
        if (path.length > 0)
          expect(await rootOf({ leaf, index, count, path: path.slice(1) })).not.toBe(root);
      }),
      { numRuns: 200 },
    );
  });

  it("is that of RFC 6962: an odd leaf goes up as it is", () => {
    const [a, b, c] = leavesOf(3);
    if (!a || !b || !c) throw new Error("three leaves");
    const join = (left: Buffer, right: Buffer) =>
      createHash("sha256")
        .update(Buffer.concat([Buffer.of(1), left, right]))
        .digest();
    expect(merkleRoot([a, b, c])).toEqual(join(join(a, b), c));
    expect(merkleRoot([a, b, c])).not.toEqual(merkleRoot([a, b, c, c]));
    expect(merkleRoot([a])).toEqual(a);
  });
});

/** A true receipt: one capture among others, in the second block. */
async function trueReceipt(): Promise<Receipt> {
  const sums = [
    { class: "buyers", amount_fen: -3990 },
    { class: "household:expected", amount_fen: 2793 },
    { class: "service", amount_fen: 1197 },
  ];
  const blind = await hashOfText("blind");
  const facts = {
    seq: 7,
    kind: "capture",
    day: "2026-11-22",
    period: 202611,
    corrects_period: null,
  };
  const opened = {
    sums_hash: await hashOfText(sumsText(blind, sums)),
    private_hash: await hashOfText("private"),
    blind,
    sums,
  };
  const leaf = await leafOf({ ...facts, ...opened });
  const leaves = leavesOf(11);
  leaves[6] = Buffer.from(leaf, "hex");
  const header = {
    number: 2,
    count: 11,
    total: 15,
    root: merkleRoot(leaves).toString("hex"),
    previous: await hashOfText("block 1"),
    sealed_at: "2026-11-22T07:00:00.000Z",
  };
  const block = { ...header, hash: await blockHash(header) };
  const seal = { leaf, index: 6, path: hexes(merklePath(leaves, 6)), block };
  return {
    format: "yigou receipt 1",
    order_id: "order_1",
    transactions: [{ ...facts, opened, seal }],
    head: block,
  };
}

const json = z.json();
type Json = z.infer<typeof json>;

/** Every place of a value that is a hash, a number or a word, as a way to reach it. */
function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]));
  return value === null ? [] : [[...path]];
}

/** Flips one bit: of a digit of a hash, of a letter of a word, of a number. */
function flip(value: Json, path: readonly string[], bit: number): Json {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (typeof value === "number") return value ^ (1 << (bit % 12));
    if (typeof value !== "string") return value;
    const at = bit % value.length;
    const isHash = /^[0-9a-f]{64}$/.test(value);
    const old = value[at] ?? "";
    const flipped = isHash
      ? (Number.parseInt(old, 16) ^ (1 << (bit % 4))).toString(16)
      : String.fromCharCode(old.charCodeAt(0) ^ 1);
    return value.slice(0, at) + flipped + value.slice(at + 1);
  }
  if (Array.isArray(value)) {
    return value.map((part, at) => (at === Number(key) ? flip(part, rest, bit) : part));
  }
  if (typeof value !== "object" || value === null) return value;
  return { ...value, [key]: flip(value[key] ?? null, rest, bit) };
}

describe("a receipt", () => {
  it("holds when it is true", async () => {
    const { ok, transactions } = await checkReceipt(await trueReceipt());
    expect(ok).toBe(true);
    expect(transactions[0]?.steps.map(({ step }) => step)).toEqual([
      "sums",
      "zero",
      "leaf",
      "path",
      "block",
    ]);
  });

  it("does not hold with any bit of it flipped", async () => {
    const receipt = await trueReceipt();
    const plain = json.parse(receipt.transactions);
    const places = placesIn(plain);
    await fc.assert(
      fc.asyncProperty(fc.nat(places.length - 1), fc.nat(300), async (at, bit) => {
        const changed = flip(plain, places[at] ?? [], bit);
        const { ok } = await checkReceipt(
          receiptReplySchema.parse({ ...receipt, transactions: changed }),
        );
        expect(ok, (places[at] ?? []).join(".")).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it("proves nothing before it is sealed", async () => {
    const receipt = await trueReceipt();
    const transactions = receipt.transactions.map((one) => ({ ...one, seal: null }));
    expect((await checkReceipt({ ...receipt, transactions })).ok).toBe(false);
  });
});

describe("a walk along published blocks", () => {
  it("names the first that is not linked to the one before it", async () => {
    const first = { number: 1, count: 2, total: 2, root: GENESIS, previous: GENESIS };
    const one = { ...first, sealed_at: "2026-11-22T07:00:00.000Z" };
    const block1 = { ...one, hash: await blockHash(one) };
    const two = { ...one, number: 2, total: 4, previous: block1.hash };
    const block2 = { ...two, hash: await blockHash(two) };
    const three = { ...two, number: 3, total: 6, previous: block1.hash };
    const block3 = { ...three, hash: await blockHash(three) };
    expect(await firstBroken([block1, block2])).toBeNull();
    expect(await firstBroken([block1, block2, block3])).toEqual(block3);
    expect(await firstBroken([block1, { ...block2, total: 5 }])).toMatchObject({ number: 2 });
  });
});
