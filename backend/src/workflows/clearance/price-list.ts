/** The price of an offer: a Medusa price list that is named after it and ends with it. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { createPriceListsWorkflow, deletePriceListsWorkflow } from "@medusajs/medusa/core-flows";

import { fenToYuan } from "../../contract/money";

interface Priced {
  id: string;
  variant_id: string;
  price_fen: number;
  reason: string;
  ends_at: Date;
}

const titleOf = (id: string): string => `clearance ${id}`;

/** Gives an offer its price; an offer that has it keeps it. NOTE: Medusa's lists are of type `sale` unless told otherwise. */
export async function putPrice(container: MedusaContainer, offer: Priced): Promise<void> {
  if ((await listsOf(container, offer.id)).length > 0) return;
  await createPriceListsWorkflow(container).run({
    input: {
      price_lists_data: [
        {
          title: titleOf(offer.id),
          description: offer.reason,
          status: "active",
          ends_at: offer.ends_at.toISOString(),
          prices: [
            {
              variant_id: offer.variant_id,
              currency_code: "cny",
              amount: fenToYuan(offer.price_fen),
            },
          ],
        },
      ],
    },
  });
}

/** Takes an offer's price away; safe to run twice. */
export async function takePrice(container: MedusaContainer, id: string): Promise<void> {
  const ids = await listsOf(container, id);
  if (ids.length > 0) await deletePriceListsWorkflow(container).run({ input: { ids } });
}

/** Offers that are over and still have a price. */
export async function offersOver(
  container: MedusaContainer,
): Promise<{ id: string; product_id: string }[]> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { id: string; product_id: string }[] }>(
    `select c.id, c.product_id from price_list p
       join clearance_offer c on c.id = substring(p.title from '^clearance (.+)$')
      where p.deleted_at is null and p.title like 'clearance %' and c.state in ('ended', 'refused')`,
  );
  return found.rows;
}

async function listsOf(container: MedusaContainer, id: string): Promise<string[]> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { id: string }[] }>(
    `select id from price_list where title = ? and deleted_at is null`,
    [titleOf(id)],
  );
  return found.rows.map((row) => row.id);
}
