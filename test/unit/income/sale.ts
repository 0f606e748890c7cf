/** Sales as the ledger takes them, made by hand or at random. */
import fc from "fast-check";
import type { Sale, SaleLine } from "../../../backend/src/modules/income/types";

/** Three boxes of the oranges of two households, 62 to 38 by weight. */
export function orangeSale(changes: Partial<Sale> = {}): Sale {
  return {
    order_id: "order_oranges",
    sold_at: "2026-11-20T02:00:00.000Z",
    total_fen: 11_970,
    shipping_micro: 0,
    tax_micro: 0,
    lines: [orangeLine()],
    ...changes,
  };
}

/** The line of three boxes. */
export function orangeLine(changes: Partial<SaleLine> = {}): SaleLine {
  return {
    order_line_id: "line_oranges",
    product_id: "prod_oranges",
    product_title: "赣南脐橙 10 斤装",
    quantity: 3,
    weight_micro: 119_700_000,
    return_days: 3,
    terms: {
      cooperative_id: "coop_jinpen",
      cooperative_name: "金盆山合作社",
      lot_code: "JP-2026-11",
      service_ppm: 200_000,
      platform_ppm: 0,
      packing_fen: 199,
      freight_fen: 200,
      contributors: [household("hh_zhong", 620_000), household("hh_lai", 380_000)],
    },
    ...changes,
  };
}

/** An order of three lines: by one household, by both, and by one at no price. */
export function plainSale(order_id: string): Sale {
  const orange = orangeLine();
  const terms = orange.terms && {
    ...orange.terms,
    packing_fen: 0,
    contributors: orange.terms.contributors.slice(1),
  };
  return orangeSale({
    order_id,
    total_fen: 20_001,
    lines: [
      { ...orange, order_line_id: `${order_id}_a`, terms, weight_micro: 80_310_000 },
      { ...orange, order_line_id: `${order_id}_b`, weight_micro: 119_700_000 },
      { ...orange, order_line_id: `${order_id}_c`, terms, weight_micro: 0 },
    ],
  });
}

function household(household_id: string, weight_g: number) {
  const alias = `${household_id}家`;
  return {
    household_id,
    alias,
    division_code: "360722101201",
    weight_g,
    linkage: "purchase",
    category: "business" as const,
  };
}

const contributors = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 })
  .chain((ids) =>
    fc
      .array(fc.integer({ min: 1, max: 5_000_000 }), {
        minLength: ids.length,
        maxLength: ids.length,
      })
      .map((weights) =>
        ids.map((id, i) => household(`hh_${id.toString().padStart(2, "0")}`, weights[i] ?? 1)),
      ),
  );

const line = fc.record({
  paid_fen: fc.nat(500_000),
  /** What a percentage discount leaves behind the fen, in ten-thousandths of one. */
  fraction: fc.oneof(fc.constant(0), fc.nat(9999)),
  quantity: fc.integer({ min: 1, max: 60 }),
  service_ppm: fc.nat(400_000),
  packing_fen: fc.nat(500),
  freight_fen: fc.nat(900),
  contributors,
  ours: fc.boolean(),
});

/** Any sale of one to five lines of up to six households each, with odd discounts, some of goods that no household stands behind, with or without shipping. */
export const anySale: fc.Arbitrary<Sale> = fc
  .record({ lines: fc.array(line, { minLength: 1, maxLength: 5 }), shipping_fen: fc.nat(3000) })
  .map(({ lines, shipping_fen }) => ({
    order_id: "order_any",
    sold_at: "2026-11-20T02:00:00.000Z",
    total_fen: Math.round(
      lines.reduce((sum, one) => sum + one.paid_fen + one.fraction / 10_000, shipping_fen),
    ),
    shipping_micro: shipping_fen * 10_000,
    tax_micro: 0,
    lines: lines.map(({ ours, quantity, paid_fen, fraction, ...rule }, i) =>
      orangeLine({
        order_line_id: `line_${i.toString()}`,
        quantity,
        weight_micro: paid_fen * 10_000 + fraction,
        terms: ours
          ? {
              cooperative_id: `coop_${i.toString()}`,
              cooperative_name: "合作社",
              lot_code: "L1",
              platform_ppm: 0,
              ...rule,
            }
          : null,
      }),
    ),
  }));
