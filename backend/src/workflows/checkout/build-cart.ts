/** Builds the cart of a purchase: goods, buyer, address. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils";
import { createCartWorkflow } from "@medusajs/medusa/core-flows";

import type { CheckoutBody } from "../../contract/checkout";
import type { Address } from "../../contract/address";
import { CHECKOUT_MODULE, type CheckoutService } from "../../modules/checkout";
import { MOST_GIFT_LINES } from "../../contract/gift";
import { CLEARANCE_SOLD } from "../../modules/clearance";
import { GIFT_MODULE, type GiftModuleService } from "../../modules/gift";
import { PICKUP_MODULE, type PickupModuleService } from "../../modules/pickup";
import { refuse } from "../../refuse";
import { guestCustomer } from "../cart/guest-customer";

/** Who buys, where. */
export interface Buyer {
  customer_id: string | null;
  sales_channel_id: string;
}

interface Rows<T> {
  rows: T[];
}

/**
 * Creates the cart with goods, buyer and address.
 *
 * @param buyer with the purchase under whose key the cart is made
 * @returns its id
 */
export async function createCart(
  container: MedusaContainer,
  body: CheckoutBody,
  { checkout_id, ...buyer }: Buyer & { checkout_id: string },
): Promise<string> {
  const market = await findMarket(container, body.payment_provider_id);
  await assertForSale(container, body, buyer);
  const address = medusaAddress(await destinationOf(container, body));
  const people = peopleOf(body);
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      region_id: market.region_id,
      currency_code: market.currency_code,
      sales_channel_id: buyer.sales_channel_id,
      customer_id: buyer.customer_id ?? (await guestCustomer(container, body.email)),
      email: body.email,
      items: itemsFor(body, people),
      shipping_address: address,
      billing_address: address,
      ...(body.note ? { metadata: { note: body.note } } : {}),
    },
  });
  if (body.pickup_point_id)
    await container.resolve<PickupModuleService>(PICKUP_MODULE).note(cart.id, body.pickup_point_id);
  if (body.gift) {
    const message = body.gift.message ?? null;
    const gift = { cart_id: cart.id, checkout_id, message, recipients: people };
    await container.resolve<GiftModuleService>(GIFT_MODULE).keep(gift);
  }
  if (buyer.customer_id) {
    const owner = { cart_id: cart.id, customer_id: buyer.customer_id };
    await container.resolve<CheckoutService>(CHECKOUT_MODULE).noteCartOwner(owner);
  }
  return cart.id;
}

/** The one region of the market, if the wished provider is offered there. */
async function findMarket(container: MedusaContainer, provider_id: string) {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<{ region_id: string; currency_code: string; offered: boolean }>>(
    `select r.id as region_id, r.currency_code, exists (
        select 1 from region_payment_provider rp join payment_provider pp on pp.id = rp.payment_provider_id
        where rp.region_id = r.id and rp.deleted_at is null and pp.id = :provider_id and pp.is_enabled) as offered
     from region r join region_country c on c.region_id = r.id
     where c.iso_2 = 'cn' and r.deleted_at is null limit 1`,
    { provider_id },
  );
  const [market] = found.rows;
  if (!market) throw refuse("not_ready");
  if (!market.offered) throw refuse("payment_provider_unknown", { field: "payment_provider_id" });
  return market;
}

/** NOTE: Medusa puts drafts and goods of other channels into a cart if their id is known. */
async function assertForSale(
  container: MedusaContainer,
  body: CheckoutBody,
  { sales_channel_id }: Buyer,
): Promise<void> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const ids = [...new Set(body.items.map((item) => item.variant_id))];
  const found = await pg.raw<Rows<{ id: string; left: number | null }>>(
    `select v.id, c.quantity - ${CLEARANCE_SOLD} "left" from product_variant v join product p on p.id = v.product_id
     join product_sales_channel ps on ps.product_id = p.id and ps.deleted_at is null
     left join clearance_offer c on c.variant_id = v.id and c.state = 'open' and c.ends_at > now()
     where v.id = any(:ids) and v.deleted_at is null and p.deleted_at is null and p.status = 'published'
       and ps.sales_channel_id = :sales_channel_id`,
    { ids, sales_channel_id },
  );
  const forSale = new Map(found.rows.map((row) => [row.id, row.left]));
  const missing = ids.find((id) => !forSale.has(id));
  if (missing) throw refuse("goods_unavailable", { variant_id: missing });
  const boxes = body.gift?.recipients.length ?? 1;
  for (const { variant_id, quantity: each } of mergedItems(body)) {
    const quantity = each * boxes;
    const left = forSale.get(variant_id) ?? null;
    if (left !== null && quantity > left)
      throw refuse("clearance_sold_out", { variant_id, left: Math.max(0, left) });
  }
}

/**
 * Where it goes: the buyer's address, or the pick-up point's with the buyer's name and phone.
 *
 * @throws refusal `pickup_point_closed`; `invalid_input` for a gift, whose boxes have addresses of their own
 */
async function destinationOf(
  container: MedusaContainer,
  { shipping_address, pickup_point_id, gift }: CheckoutBody,
): Promise<Address> {
  if (pickup_point_id === undefined) return shipping_address;
  if (gift)
    throw refuse("invalid_input", { field: "pickup_point_id", reason: "a gift has addresses" });
  const point = await container.resolve<PickupModuleService>(PICKUP_MODULE).find(pickup_point_id);
  if (!point?.open) throw refuse("pickup_point_closed", { field: "pickup_point_id" });
  const { name, phone } = shipping_address;
  const { province, city, county, street } = point;
  return { name, phone, province, city, county, street: `${street} ${point.name}` };
}

/** The people of a gift with ids of their own; nobody when it is none. */
function peopleOf({ gift }: CheckoutBody): { id: string; address: Address }[] {
  return (gift?.recipients ?? []).map((address) => ({
    id: generateEntityId(undefined, "gre"),
    address,
  }));
}

/**
 * The lines of the cart. Every recipient of a gift has own lines, so that each box is shipped, credited and
 * refunded by itself; the mark on a line is an id, never a name.
 */
function itemsFor(body: CheckoutBody, people: readonly { id: string }[]) {
  const items = mergedItems(body);
  if (people.length === 0) return items;
  if (items.length * people.length > MOST_GIFT_LINES)
    throw refuse("gift_too_large", { field: "gift.recipients", lines: MOST_GIFT_LINES });
  return people.flatMap(({ id }) =>
    items.map((item) => ({ ...item, metadata: { recipient_id: id } })),
  );
}

/** One line for each variant, however often it was named. */
export function mergedItems({ items }: CheckoutBody): { variant_id: string; quantity: number }[] {
  const quantities = new Map<string, number>();
  for (const { variant_id, quantity } of items)
    quantities.set(variant_id, (quantities.get(variant_id) ?? 0) + quantity);
  return [...quantities].map(([variant_id, quantity]) => ({ variant_id, quantity }));
}

/** The county is kept in the second line of the address, its code in the metadata that no shop answer carries. */
export function medusaAddress(address: Address) {
  return {
    first_name: address.name,
    last_name: "",
    phone: address.phone,
    province: address.province,
    city: address.city,
    address_1: address.street,
    address_2: address.county,
    postal_code: address.postal_code ?? "",
    country_code: "cn",
    ...(address.county_code ? { metadata: { county_code: address.county_code } } : {}),
  };
}
