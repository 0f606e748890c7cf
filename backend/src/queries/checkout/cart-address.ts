/** Whom a cart was made for and where it goes, in our words. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { z } from "zod";

import type { addressViewSchema } from "../../contract/address";
import { refuse } from "../../refuse";

/** What a cart was made with. */
export interface CartAddress {
  email: string;
  address: z.infer<typeof addressViewSchema>;
  note: string | null;
}

/** @throws refusal `not_found` for a cart without an address */
export async function cartAddress(scope: MedusaContainer, cart_id: string): Promise<CartAddress> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: CartAddress[] }>(
    `select c.email, c.metadata ->> 'note' note, jsonb_strip_nulls(jsonb_build_object(
        'name', a.first_name, 'phone', a.phone, 'province', a.province, 'city', a.city, 'county', a.address_2,
        'street', a.address_1, 'county_code', a.metadata ->> 'county_code',
        'postal_code', nullif(a.postal_code, ''))) address
     from cart c join cart_address a on a.id = c.shipping_address_id where c.id = ?`,
    [cart_id],
  );
  const [row] = rows;
  if (!row) throw refuse("not_found");
  return row;
}
