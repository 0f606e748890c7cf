/**
 * Keeps guests apart from accounts.
 *
 * NOTE: left to itself Medusa books a guest's purchase on the registered customer who has the same
 * e-mail address, who would then read the guest's name, address and phone.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";

interface Rows<T> {
  rows: T[];
}

/** @returns the customer without an account for an e-mail address; made when there is none yet */
export async function guestCustomer(container: MedusaContainer, email: string): Promise<string> {
  const customers = container.resolve(Modules.CUSTOMER);
  const wanted = { email: email.toLowerCase(), has_account: false };
  const find = async (): Promise<string | undefined> =>
    (await customers.listCustomers(wanted, { select: ["id"], take: 1 }))[0]?.id;
  const known = await find();
  if (known) return known;
  try {
    return (await customers.createCustomers(wanted)).id;
  } catch (error) {
    // Two first purchases at once: the other one has just made the customer.
    const made = await find();
    if (!made) throw error;
    return made;
  }
}

/** Gives a guest's cart that Medusa has put on somebody's account to a customer without one. */
export async function keepGuestApart(container: MedusaContainer, cart_id: string): Promise<void> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<{ email: string }>>(
    `select coalesce(c.email, cu.email) as email from cart c
     join customer cu on cu.id = c.customer_id and cu.has_account
     where c.id = :cart_id and c.completed_at is null
       and not exists (select 1 from cart_owner o where o.cart_id = c.id)`,
    { cart_id },
  );
  const [guest] = found.rows;
  if (!guest) return;
  const customer_id = await guestCustomer(container, guest.email);
  await container.resolve(Modules.CART).updateCarts(cart_id, { customer_id });
}
