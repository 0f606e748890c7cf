/** The lines of a cart that lives in the browser, as the goods stand this moment. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { yuanToFen } from "../../contract/money";
import type { Reply } from "../../contract/routes";
import { breakdownOf, splitLine } from "../../contract/split";
import { LIVE_VARIANTS, type ShelfRow } from "../../modules/shelf";

type Line = Reply<"GET /store/cart-preview">["lines"][number];

interface Found extends Pick<ShelfRow, "card" | "terms"> {
  variant_id: string;
  variant_title: string;
  yuan: string;
  in_stock: boolean;
}

/**
 * Prices and stock of variants; one that is no longer for sale has no line.
 *
 * @param variant_ids at most 100
 * @returns lines in the order asked for
 */
export async function previewCart(scope: MedusaContainer, variant_ids: string[]): Promise<Line[]> {
  if (variant_ids.length === 0) return [];
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: Found[] }>(
    `select v.id variant_id, v.title variant_title, g.card, g.terms, live.yuan::text yuan, live.in_stock
     from product_variant v
     join shelf_good g on g.product_id = v.product_id
     join product p on p.id = g.product_id and p.status = 'published' and p.deleted_at is null, ${LIVE_VARIANTS}
     where v.id = any(?) and v.deleted_at is null and live.yuan is not null`,
    [variant_ids],
  );
  const byVariant = new Map(found.rows.map((row) => [row.variant_id, row]));
  return [...new Set(variant_ids)].flatMap((id) => {
    const row = byVariant.get(id);
    return row ? [lineOf(row)] : [];
  });
}

function lineOf({ card, terms, variant_id, variant_title, yuan, in_stock }: Found): Line {
  const price_fen = yuanToFen(yuan);
  const { handle, title, title_en, picture } = card;
  return {
    variant_id,
    variant_title,
    handle,
    title,
    title_en,
    picture,
    price_fen,
    in_stock,
    breakdown: breakdownOf(splitLine(price_fen, 1, terms), terms.cooperative_name),
  };
}
