/**
 * Chooses shipping and opens the payment session of a purchase.
 *
 * NOTE: Medusa's own workflows refresh the whole cart after every such change. Where nothing depends on
 * it (no automatic promotion, no tax) the shipping method is added as it is; that halves the statements.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  addShippingMethodToCartWorkflow,
  listShippingOptionsForCartWorkflow,
} from "@medusajs/medusa/core-flows";
import { z } from "zod";

import type { CheckoutBody } from "../../contract/checkout";
import { fenToYuan, roundToFen } from "../../contract/fen";
import { holderContext } from "../../modules/saved-card";
import { refuse } from "../../refuse";

interface Rows<T> {
  rows: T[];
}

/**
 * Makes a cart ready to be completed.
 *
 * @param card_holder in whose name at the payment house it is paid; null for nobody's
 * @throws refusal `shipping_unavailable`; `price_changed` when the total is not what the buyer saw
 */
export async function preparePayment(
  container: MedusaContainer,
  cart_id: string,
  body: CheckoutBody,
  card_holder: string | null,
): Promise<void> {
  const option = await chooseShipping(container, cart_id, body.shipping_option_id);
  await addShipping(container, cart_id, option);
  const { total, currency_code } = await totalOf(container, cart_id);
  const total_fen = roundToFen(total);
  if (body.expected_total_fen !== undefined && body.expected_total_fen !== total_fen) {
    throw refuse("price_changed", { total_fen, expected_total_fen: body.expected_total_fen });
  }
  const payments = container.resolve(Modules.PAYMENT);
  const due = { currency_code, amount: fenToYuan(total_fen) };
  const collection = await payments.createPaymentCollections(due);
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.CART]: { cart_id },
    [Modules.PAYMENT]: { payment_collection_id: collection.id },
  });
  await payments.createPaymentSession(collection.id, {
    ...due,
    provider_id: body.payment_provider_id,
    data: { ...body.payment_data },
    ...(card_holder ? { context: holderContext(card_holder) } : {}),
  });
}

const optionSchema = z.object({
  id: z.string(),
  name: z.string(),
  amount: z.number().nullable(),
  price_type: z.string(),
  calculated_price: z
    .object({ is_calculated_price_tax_inclusive: z.boolean().nullish() })
    .nullish(),
});
type ShippingOption = z.infer<typeof optionSchema> & { amount: number };

async function chooseShipping(
  container: MedusaContainer,
  cart_id: string,
  wished: string | undefined,
): Promise<ShippingOption> {
  const { result } = await listShippingOptionsForCartWorkflow(container).run({
    input: { cart_id, is_return: false },
  });
  const priced = z
    .array(optionSchema)
    .parse(result)
    .flatMap((option) => (option.amount === null ? [] : [{ ...option, amount: option.amount }]));
  const fitting = wished ? priced.filter((option) => option.id === wished) : priced;
  const [cheapest] = fitting.sort((a, b) => a.amount - b.amount || (a.id < b.id ? -1 : 1));
  if (!cheapest) {
    throw refuse("shipping_unavailable", wished ? { field: "shipping_option_id" } : {});
  }
  return cheapest;
}

async function addShipping(
  container: MedusaContainer,
  cart_id: string,
  option: ShippingOption,
): Promise<void> {
  if (option.price_type !== "flat" || (await totalsDependOnMore(container))) {
    await addShippingMethodToCartWorkflow(container).run({
      input: { cart_id, options: [{ id: option.id, data: {} }] },
    });
    return;
  }
  const taxInclusive = option.calculated_price?.is_calculated_price_tax_inclusive ?? true;
  const method = { cart_id, shipping_option_id: option.id, name: option.name, data: {} };
  const priced = { ...method, amount: option.amount, is_tax_inclusive: taxInclusive };
  await container.resolve(Modules.CART).addShippingMethods([priced]);
}

/** Whether promotions or taxes would change the totals once shipping is known. */
async function totalsDependOnMore(container: MedusaContainer): Promise<boolean> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<{ more: boolean }>>(
    `select exists (select 1 from promotion where is_automatic and status = 'active' and deleted_at is null)
         or exists (select 1 from tax_rate where rate > 0 and deleted_at is null) as more`,
  );
  return found.rows[0]?.more ?? true;
}

const totalSchema = z.object({
  currency_code: z.string(),
  total: z.union([z.number(), z.string(), z.object({ numeric: z.number() })]),
});

async function totalOf(
  container: MedusaContainer,
  cart_id: string,
): Promise<{ currency_code: string; total: number }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data }: { data: unknown[] } = await query.graph({
    entity: "cart",
    fields: ["id", "currency_code", "total"],
    filters: { id: cart_id },
  });
  const { currency_code, total } = totalSchema.parse(data[0]);
  return { currency_code, total: typeof total === "object" ? total.numeric : Number(total) };
}
