/**
 * The split of a paid line: deductions first, the rest to the households behind the lot by weight.
 * Pure; every part is whole fen and the parts equal the whole.
 */
import type { Fen } from "./fen";
import type { Party } from "./words";

/** A share taker: a stable id and a weight (grams, ppm or fen), never negative. */
export interface Weighted {
  id: string;
  weight: number;
}

/** What the rule of a product says; frozen at the sale. */
export interface SplitTerms {
  /** The cooperative's service, parts per million of what was paid for the line. */
  service_ppm: number;
  /** The platform's fee, parts per million; 0 by default. */
  platform_ppm: number;
  /** Packing for each unit, whole fen. */
  packing_fen: Fen;
  /** Freight for each unit, whole fen. */
  freight_fen: Fen;
}

/** One part of a price or of a paid line. */
export interface Part {
  party: Party;
  label: string;
  amount_fen: Fen;
}

/**
 * Divides a whole by weight with the method of the largest remainder; ties go to the smaller id.
 *
 * @param total whole fen, not negative
 * @param takers at least one; weights in any one unit, at least one above zero
 * @returns one amount for each taker in the given order; they add up to `total`, none is negative
 * @throws RangeError on a negative total, no takers, or no weight
 * @source largest remainder method (Hamilton)
 */
export function allocate(total: Fen, takers: readonly Weighted[]): Fen[] {
  let sum = 0;
  for (const { weight } of takers) {
    if (weight < 0) throw new RangeError("nothing to allocate by");
    sum += weight;
  }
  if (total < 0 || sum <= 0) throw new RangeError("nothing to allocate by");
  // Whole numbers below 2^53 multiply and divide exactly; what is larger goes the long way.
  const isSmall = sum <= Number.MAX_SAFE_INTEGER && total * sum <= Number.MAX_SAFE_INTEGER;
  const rows = isSmall ? floorsOf(total, sum, takers) : longFloorsOf(total, takers);
  let left = total;
  for (const { floor } of rows) left -= floor;
  if (left > 0) {
    const byRest = [...rows].sort((a, b) =>
      a.rest === b.rest ? compareIds(a.id, b.id) : a.rest > b.rest ? -1 : 1,
    );
    for (const row of byRest) {
      if (left === 0) break;
      row.floor += 1;
      left -= 1;
    }
  }
  return rows.map((row) => row.floor);
}

/** What falls to a taker whole, and what is left of its exact share. */
interface Floor {
  id: string;
  floor: number;
  rest: number | bigint;
}

function floorsOf(total: Fen, sum: number, takers: readonly Weighted[]): Floor[] {
  return takers.map(({ id, weight }) => {
    const exact = total * weight;
    const rest = exact % sum;
    return { id, floor: (exact - rest) / sum, rest };
  });
}

function longFloorsOf(total: Fen, takers: readonly Weighted[]): Floor[] {
  const sum = takers.reduce((all, taker) => all + BigInt(taker.weight), 0n);
  return takers.map(({ id, weight }) => {
    const exact = BigInt(total) * BigInt(weight);
    return { id, floor: Number(exact / sum), rest: exact % sum };
  });
}

/** Orders ids by code unit, so that every process and PostgreSQL's C collation agree. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a line is split into before the households' part is shared. */
export interface LineSplit {
  household_fen: Fen;
  service_fen: Fen;
  packing_fen: Fen;
  freight_fen: Fen;
  platform_fen: Fen;
}

/**
 * Splits what was paid for a line, after discounts, shipping and tax apart. Fees are rounded down, so
 * that the rest goes to the households; when a discount leaves less than the fees, packing and freight
 * come first, then service, then platform.
 *
 * @param paid_fen whole fen paid for the line, not negative
 * @param quantity units in the line, at least 1
 * @param terms the rule in force at the sale
 * @returns parts that add up to `paid_fen`, none negative
 */
export function splitLine(paid_fen: Fen, quantity: number, terms: SplitTerms): LineSplit {
  let left = paid_fen;
  const take = (wanted: Fen): Fen => {
    const taken = Math.min(left, wanted);
    left -= taken;
    return taken;
  };
  const packing_fen = take(terms.packing_fen * quantity);
  const freight_fen = take(terms.freight_fen * quantity);
  const service_fen = take(partOf(paid_fen, terms.service_ppm));
  const platform_fen = take(partOf(paid_fen, terms.platform_ppm));
  return { household_fen: left, service_fen, packing_fen, freight_fen, platform_fen };
}

/** Parts per million of an amount, rounded down. */
function partOf(amount_fen: Fen, ppm: number): Fen {
  const exact = amount_fen * ppm;
  if (exact <= Number.MAX_SAFE_INTEGER) return (exact - (exact % 1_000_000)) / 1_000_000;
  return Number((BigInt(amount_fen) * BigInt(ppm)) / 1_000_000n);
}

/**
 * The parts of a price in the order in which every share bar shows them.
 *
 * @param split parts of a line or of one unit
 * @param cooperative the cooperative's name, for its label
 * @returns four parts that add up to the whole
 */
export function breakdownOf(split: LineSplit, cooperative: string): Part[] {
  return [
    { party: "household", label: "农户", amount_fen: split.household_fen },
    { party: "cooperative", label: cooperative, amount_fen: split.service_fen },
    {
      party: "packing_freight",
      label: "包装与运费",
      amount_fen: split.packing_fen + split.freight_fen,
    },
    { party: "platform", label: "平台", amount_fen: split.platform_fen },
  ];
}

/**
 * Shares of the households behind a lot in parts per million, by weight delivered.
 *
 * @param contributors households with the grams they delivered
 * @returns ppm for each, adding up to 1,000,000
 */
export function sharesPpm(
  contributors: readonly { household_id: string; weight_g: number }[],
): number[] {
  return allocate(
    1_000_000,
    contributors.map((c) => ({ id: c.household_id, weight: c.weight_g })),
  );
}
