/** What Medusa keeps of an order, in one statement: its lines, its money, its parcels, its buyer. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { ORDER } from "./order-sql";

/** One line of an order. */
export interface LineFacts {
  id: string;
  product_id: string | null;
  variant_id: string | null;
  handle: string | null;
  title: string;
  variant_title: string;
  picture: string | null;
  cooperative_id: string | null;
  cooperative: string | null;
  quantity: number;
  fulfilled: number;
  shipped: number;
  delivered: number;
  return_requested: number;
  returned: number;
  /** Units that complaints are about which are dealt with or were refunded. */
  complained: number;
  /** Price of one unit, yuan as decimal text. */
  unit: string;
  /** What is paid for the line after discounts, in millionths of a yuan: a percentage leaves fractions of a fen. */
  paid_micro: number;
}

/** A parcel that has left or is packed. */
export interface ParcelFacts {
  id: string;
  carrier: string | null;
  numbers: string[];
  line_ids: string[];
  shipped: boolean;
  delivered: boolean;
}

/** An order with everything that our screens show of it. */
export interface OrderFacts {
  id: string;
  display_id: number;
  created_at: Date;
  email: string;
  status: string;
  address: {
    name: string | null;
    phone: string | null;
    province: string | null;
    city: string | null;
    county: string | null;
    county_code: string | null;
    street: string | null;
    postal_code: string | null;
  };
  /** People to whom it goes as a gift; 0 when it is none. */
  gift_recipients: number;
  lines: LineFacts[];
  parcels: ParcelFacts[];
  provider_id: string | null;
  transfer_reference: string | null;
  work_unit: { id: string; name: string } | null;
  /** What delivery costs after discounts, in millionths of a yuan. */
  shipping_micro: number;
  /** What has to be paid, was captured, was refunded: yuan as decimal text, whole fen. */
  total: string;
  captured: string;
  refunded: string;
}

/**
 * Reads orders, newest first.
 *
 * @param order_ids ids that the caller may read
 */
export async function orderFacts(
  scope: MedusaContainer,
  order_ids: string[],
): Promise<OrderFacts[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: OrderFacts[] }>(ORDER, [order_ids]);
  return found.rows;
}
