/** The open clearance offers, as buyers see them. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";
import { breakdownOf, splitLine } from "../../contract/split";
import { CLEARANCE_SOLD } from "../../modules/clearance";
import { LIVE_VARIANTS, type ShelfRow } from "../../modules/shelf";

interface Found extends Pick<ShelfRow, "card" | "terms"> {
  offer: unknown;
}

const fen = z.coerce.number().int();
const offerRow = z.object({
  variant_id: z.string(),
  variant_title: z.string(),
  price_fen: fen,
  usual_fen: fen,
  quantity: z.int(),
  sold: z.int(),
  reason: z.string(),
  last_on: z.string(),
  in_stock: z.boolean(),
});

/** Offers whose price is the price of this moment: what is shown is what is charged. */
export async function listClearances(
  scope: MedusaContainer,
): Promise<Reply<"GET /store/clearances">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Found[] }>(
    `select g.card, g.terms, jsonb_build_object('variant_id', v.id, 'variant_title', v.title, 'price_fen', c.price_fen,
        'usual_fen', c.usual_fen, 'quantity', c.quantity, 'sold', ${CLEARANCE_SOLD}, 'reason', c.reason,
        'last_on', to_char(c.last_on, 'YYYY-MM-DD'), 'in_stock', live.in_stock) offer
     from clearance_offer c
     join product_variant v on v.id = c.variant_id and v.deleted_at is null
     join product p on p.id = v.product_id and p.status = 'published' and p.deleted_at is null
     join shelf_good g on g.product_id = p.id, ${LIVE_VARIANTS}
     where c.state = 'open' and c.ends_at > now() and round(live.yuan * 100) = c.price_fen
     order by c.ends_at, c.created_at, c.id limit 60`,
  );
  return { clearances: rows.map(offerOf).filter((offer) => offer.left > 0) };
}

function offerOf({ card, terms, offer }: Found) {
  const { quantity, sold, ...own } = offerRow.parse(offer);
  const split = splitLine(own.price_fen, 1, terms);
  const { handle, title, title_en, picture, category, county_name, township_name } = card;
  return {
    ...own,
    handle,
    title,
    title_en,
    picture,
    category,
    county_name,
    township_name,
    cooperative: card.cooperative,
    household_count: card.household_count,
    quantity,
    left: Math.max(0, quantity - sold),
    household_fen: split.household_fen,
    breakdown: breakdownOf(split, terms.cooperative_name),
  };
}
