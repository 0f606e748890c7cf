/** What the ledger freezes of an order: its lines in the total, and the terms in force when it was placed. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { yuanToFen } from "../../contract/fen";
import type { LineTerms, Sale, SaleLine } from "../../modules/income";
import {
  categoryOf,
  dayInShanghai,
  returnWindowDays,
  RULES_MODULE,
  type RulePack,
  type RulesModuleService,
} from "../../modules/rules";
import { SUPPLY_MODULE, type SupplyService, type SupplyTerms } from "../../modules/supply";

/** The consumer law's days of return, where no rule pack says otherwise. */
const RETURN_DAYS = 7;

const amount = z.coerce.number().min(0);

const orderRow = z.object({
  id: z.string(),
  created_at: z.coerce.date(),
  total: amount,
  tax_total: amount,
  shipping_total: amount,
  shipping_tax_total: amount,
  items: z.array(
    z.object({
      id: z.string(),
      product_id: z.string().nullish(),
      product_title: z.string().nullish(),
      title: z.string(),
      quantity: z.coerce.number().int().min(1),
      total: amount,
      tax_total: amount,
    }),
  ),
});

const FIELDS = [
  "id",
  "created_at",
  "total",
  "tax_total",
  "shipping_total",
  "shipping_tax_total",
  "items.id",
  "items.product_id",
  "items.product_title",
  "items.title",
  "items.quantity",
  "items.total",
  "items.tax_total",
];

/**
 * Reads an order as a sale to freeze.
 *
 * @param scope container
 * @param order_id the order
 * @returns null when there is no such order
 */
export async function orderSale(scope: MedusaContainer, order_id: string): Promise<Sale | null> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: "order",
    fields: FIELDS,
    filters: { id: order_id },
  });
  const [order] = z.array(orderRow).parse(data);
  if (!order) return null;
  const terms = await termsByProduct(scope, order);
  const kinds = await kindsOf(scope, [...terms.keys()]);
  const packs = await packsOf(scope, [...terms.values()], order.created_at);
  const lines = order.items.map((item): SaleLine => {
    const found = item.product_id ? terms.get(item.product_id) : undefined;
    const pack = packs.get(found?.contributors[0]?.division_code ?? "");
    return {
      order_line_id: item.id,
      product_id: item.product_id ?? null,
      product_title: item.product_title ?? item.title,
      quantity: item.quantity,
      weight_micro: micro(item.total - item.tax_total),
      return_days: pack
        ? returnWindowDays(pack.content, kinds.get(item.product_id ?? "") ?? "other")
        : RETURN_DAYS,
      terms: found && found.contributors.length > 0 ? underRules(found, packs) : null,
    };
  });
  return {
    order_id: order.id,
    sold_at: order.created_at.toISOString(),
    total_fen: yuanToFen(order.total.toFixed(2)),
    shipping_micro: micro(order.shipping_total - order.shipping_tax_total),
    tax_micro: micro(order.tax_total),
    lines,
  };
}

/** Millionths of a yuan: finer than a fen, so that a percentage discount keeps its fractions as weight. */
function micro(yuan: number): number {
  return Math.max(0, Math.round(yuan * 1_000_000));
}

async function termsByProduct(
  scope: MedusaContainer,
  order: z.infer<typeof orderRow>,
): Promise<Map<string, SupplyTerms>> {
  const products = order.items.flatMap((item) => (item.product_id ? [item.product_id] : []));
  const supply = scope.resolve<SupplyService>(SUPPLY_MODULE);
  const terms = await supply.termsAt([...new Set(products)], order.created_at);
  return new Map(terms.map((one) => [one.product_id, one]));
}

/** The kind of goods by product: the handle of its category. */
async function kindsOf(
  scope: MedusaContainer,
  product_ids: string[],
): Promise<Map<string, string>> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { product_id: string; handle: string }[] }>(
    `select l.product_id, min(c.handle) as handle from product_category_product l
       join product_category c on c.id = l.product_category_id and c.deleted_at is null
      where l.product_id = any(?) group by l.product_id`,
    [product_ids],
  );
  return new Map(rows.map((row) => [row.product_id, row.handle]));
}

/** The rule packs in force on the day of the sale, by the households' divisions. */
async function packsOf(
  scope: MedusaContainer,
  terms: SupplyTerms[],
  at: Date,
): Promise<Map<string, RulePack>> {
  const rules = scope.resolve<RulesModuleService>(RULES_MODULE);
  const divisions = terms.flatMap((one) => one.contributors.map((c) => c.division_code));
  return rules.packsFor([...new Set(divisions)], dayInShanghai(at));
}

/** Terms with the national category of each linkage; own produce is business income. */
function underRules(terms: SupplyTerms, packs: ReadonlyMap<string, RulePack>): LineTerms {
  const contributors = terms.contributors.map((c) => {
    const pack = packs.get(c.division_code);
    return {
      ...c,
      category: (pack && categoryOf(pack.content, c.linkage)?.category) ?? "business",
    };
  });
  return { ...terms, contributors };
}
