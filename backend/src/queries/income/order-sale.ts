/** What the ledger freezes of an order: its lines in the total, and the terms in force when it was placed. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { LineTerms, Sale, SaleLine } from "../../modules/income";
import {
  categoryOf,
  dayInShanghai,
  returnWindowDays,
  RULES_MODULE,
  type RulePack,
  type RulesModuleService,
} from "../../modules/rules";
import { orderGoods, type Goods } from "./order-goods";
import { SUPPLY_MODULE, type SupplyService, type SupplyTerms } from "../../modules/supply";

/** The consumer law's days of return, where no rule pack says otherwise. */
const RETURN_DAYS = 7;

/**
 * Reads an order as a sale to freeze, at the terms in force when it was placed or changed.
 *
 * @param scope container
 * @param order_id the order
 * @param at the instant whose terms hold; when the order was placed, unless given
 * @returns null when there is no such order
 */
export async function orderSale(
  scope: MedusaContainer,
  order_id: string,
  at?: Date,
): Promise<Sale | null> {
  const order = await orderGoods(scope, order_id);
  if (!order) return null;
  const { goods, shipping_micro, created_at: sold_at } = order;
  const lines = await underTerms(scope, goods, at ?? sold_at);
  const tax_micro = goods.reduce((sum, one) => sum + one.tax_micro, 0);
  const weight = goods.reduce((sum, one) => sum + one.weight_micro, shipping_micro + tax_micro);
  return {
    order_id,
    sold_at: sold_at.toISOString(),
    total_fen: Math.round(weight / 10_000),
    shipping_micro,
    tax_micro,
    lines,
  };
}

/**
 * Puts goods under the terms and rules in force.
 *
 * @param at the instant whose terms hold
 */
export async function underTerms(
  scope: MedusaContainer,
  goods: readonly Goods[],
  at: Date,
): Promise<SaleLine[]> {
  const terms = await termsByProduct(scope, goods, at);
  const kinds = await kindsOf(scope, [...terms.keys()]);
  const packs = await packsOf(scope, [...terms.values()], at);
  return goods.map(({ tax_micro: _tax, ...line }): SaleLine => {
    const found = line.product_id ? terms.get(line.product_id) : undefined;
    const pack = packs.get(found?.contributors[0]?.division_code ?? "");
    return {
      ...line,
      return_days: pack
        ? returnWindowDays(pack.content, kinds.get(line.product_id ?? "") ?? "other")
        : RETURN_DAYS,
      terms: found && found.contributors.length > 0 ? underRules(found, packs) : null,
    };
  });
}

async function termsByProduct(
  scope: MedusaContainer,
  goods: readonly Goods[],
  at: Date,
): Promise<Map<string, SupplyTerms>> {
  const products = goods.flatMap((one) => (one.product_id ? [one.product_id] : []));
  const supply = scope.resolve<SupplyService>(SUPPLY_MODULE);
  const terms = await supply.termsAt([...new Set(products)], at);
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
