/** Compares what should stand with what stands. Pure. */
import type { Fen } from "../../contract/fen";
import type { Leaf, Posting } from "./types";

type Part = Pick<Leaf, "id" | "amount_fen"> &
  Partial<Pick<Leaf, "part" | "owner_id" | "credit_id">>;
type Leg = Pick<Posting, "account_id" | "leaf_id" | "credit_id" | "amount_fen">;

/** Whether leaves, or voids of leaves, are the same ones with the same amounts and owners. */
export function sameLeaves(should: readonly Part[], kept: readonly Part[]): boolean {
  const wanted = new Map(should.map((one) => [one.id, partText(one)]));
  return wanted.size === kept.length && kept.every((one) => wanted.get(one.id) === partText(one));
}

function partText({ amount_fen, part, owner_id, credit_id }: Part): string {
  return [amount_fen, part ?? "", owner_id ?? "", credit_id ?? ""].join(" ");
}

/** What differs between the legs that should be and those that are; null when nothing does. */
export function compare(expected: readonly Leg[], stored: readonly Leg[]): string | null {
  const wanted = sums(expected);
  const found = sums(stored);
  for (const key of new Set([...wanted.keys(), ...found.keys()])) {
    const [should, is] = [wanted.get(key) ?? 0, found.get(key) ?? 0];
    if (should !== is)
      return `${key} holds ${is.toString()} fen and should hold ${should.toString()}`;
  }
  return null;
}

function sums(legs: readonly Leg[]): Map<string, Fen> {
  const all = new Map<string, Fen>();
  for (const { account_id, leaf_id, credit_id, amount_fen } of legs) {
    const key = `${account_id} ${leaf_id ?? "-"} ${credit_id ?? "-"}`;
    all.set(key, (all.get(key) ?? 0) + amount_fen);
  }
  return all;
}
