/**
 * Eighty products with their lots and suppliers, resolved for a given day: every lot is of the last
 * harvest before that day, and certificates are dated by it, so that the shop is never out of date.
 */
import { z } from "zod";
import { cooperatives } from "./cooperatives";
import { goodRow, certificateLabels, type GoodRow } from "./goods/shape";
import { longling } from "./goods/longling";
import { nanan } from "./goods/nanan";
import { pingnan } from "./goods/pingnan";
import { wujin } from "./goods/wujin";
import { xinfengHills } from "./goods/xinfeng-hills";
import { xinfengOrchard } from "./goods/xinfeng-orchard";
import { householdsOf } from "./households";
import type { HouseholdSeed } from "./shapes";

export const goodRows: readonly GoodRow[] = z
  .array(goodRow)
  .length(80)
  .parse([...xinfengOrchard, ...xinfengHills, ...nanan, ...pingnan, ...wujin, ...longling]);

/** A product ready to be listed. */
export interface GoodSeed {
  row: GoodRow;
  /** Stable name of the product within the demonstration: file names, idempotency keys. */
  key: string;
  lot: { code: string; harvested_on: string };
  certificates: { kind: string; number: string; issued_on: string; valid_to: string | null }[];
  suppliers: { household_key: string; weight_g: number }[];
}

const DAY_MS = 86_400_000;
const CERTIFICATE_DAYS = { green: 1095, gi: 1825, licence: 1825, workshop: 1095 } as const;

/** @param days may be negative */
export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The last day before `today` that has this month and day, or the same a year earlier. */
function harvestedOn(row: GoodRow, today: string): string {
  const [monthDay, yearsAgo] = row.harvest;
  const year = Number(today.slice(0, 4));
  const last = `${String(year)}-${monthDay}` < today ? year : year - 1;
  return `${String(last - yearsAgo)}-${monthDay}`;
}

/** NOTE: numbers begin with 演示 so that nobody takes an invented certificate for a real one. */
function certificatesOf(row: GoodRow, index: number, harvested: string): GoodSeed["certificates"] {
  const county = row.township.slice(0, 6);
  return row.certs.map((kind) => {
    const perLot = kind === "compliance" || kind === "quarantine";
    const issued = perLot ? addDays(harvested, 1) : addDays(harvested, -200);
    const days =
      kind === "compliance" || kind === "quarantine" ? row.harvest[2] : CERTIFICATE_DAYS[kind];
    return {
      kind: certificateLabels[kind],
      number: `演示-${county}-${kind.slice(0, 2).toUpperCase()}${String(index + 1).padStart(4, "0")}`,
      issued_on: issued,
      valid_to: addDays(issued, days),
    };
  });
}

/** Hands out the households of a place in turn, so that supply is spread and not heaped. */
function supplierPicker(): (row: GoodRow) => HouseholdSeed[] {
  const next = new Map<string, number>();
  return (row) => {
    const place = row.village ?? row.township;
    const able = householdsOf(place).filter((household) => household.able_to_work);
    const start = next.get(place) ?? 0;
    const wanted = Math.min(row.weights_g.length, able.length);
    next.set(place, start + wanted);
    return row.weights_g
      .slice(0, wanted)
      .flatMap((_, at) => able[(start + at) % able.length] ?? []);
  };
}

/** @param today YYYY-MM-DD in Asia/Shanghai */
export function goodsFor(today: string): GoodSeed[] {
  const pick = supplierPicker();
  // The first product is the one that the documentation quotes: two households of Changgang.
  const known = householdsOf("360722101").filter((household) =>
    ["钟家·青禾", "赖家·橙香"].includes(household.public_alias),
  );
  return goodRows.map((row, index) => {
    if (!cooperatives.some((cooperative) => cooperative.key === row.coop)) {
      throw new Error(`no demonstration cooperative ${row.coop}`);
    }
    const chosen = index === 0 ? known : pick(row);
    const harvested = harvestedOn(row, today);
    const serial = String(index + 1).padStart(2, "0");
    return {
      row,
      key: `good-${serial}`,
      lot: {
        code: `${row.township}-${harvested.replaceAll("-", "")}-${serial}`,
        harvested_on: harvested,
      },
      certificates: certificatesOf(row, index, harvested),
      suppliers: chosen.map((household, at) => ({
        household_key: household.key,
        weight_g: row.weights_g[at] ?? 1,
      })),
    };
  });
}
