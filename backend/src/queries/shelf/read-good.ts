/** One good with the price and the stock of this moment, in one statement. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Good } from "../../contract/goods";
import { yuanToFen } from "../../contract/money";
import { breakdownOf, splitLine } from "../../contract/split";
import { CLEARANCE_SOLD } from "../../modules/clearance";
import { LIVE_VARIANTS, type ShelfRow } from "../../modules/shelf";
import { refuse } from "../../refuse";
import { ADOPTION } from "../adoption/adoption-sql";

interface Found extends Pick<ShelfRow, "page" | "terms"> {
  adoption: Good["adoption"];
  variants: {
    id: string;
    title: string;
    yuan: string;
    in_stock: boolean;
    units: number | null;
    clearance: Good["variants"][number]["clearance"];
  }[];
}

const SQL = `
  select g.page, g.terms,
       (select ${ADOPTION} from adoption_offer a where a.product_id = g.product_id) adoption, jsonb_agg(jsonb_build_object('id', v.id, 'title', v.title, 'yuan', live.yuan::text,
       'in_stock', live.in_stock, 'units', live.units, 'clearance', case when c.id is not null and round(live.yuan * 100) = c.price_fen
         then jsonb_build_object('usual_fen', c.usual_fen, 'left', greatest(0, c.quantity - ${CLEARANCE_SOLD}),
           'reason', c.reason, 'last_on', to_char(c.last_on, 'YYYY-MM-DD')) end)
       order by v.variant_rank, v.id) variants
     from shelf_good g
     join product p on p.id = g.product_id and p.status = 'published' and p.deleted_at is null
     join product_variant v on v.product_id = p.id and v.deleted_at is null
     left join clearance_offer c on c.variant_id = v.id and c.state = 'open' and c.ends_at > now(), ${LIVE_VARIANTS}
     where g.handle = ? and p.handle = g.handle and live.yuan is not null
     group by g.product_id`;

/** Planning it takes several times as long as running it: each connection plans it once. */
const PREPARED = { name: "shelf-read-good" };

/** Below this many units the page says how many are left. */
const FEW = 20;

/**
 * Reads one good.
 *
 * @returns the good; each breakdown adds up to its variant's price
 * @throws refusal `not_found`
 */
export async function readGood(scope: MedusaContainer, handle: string): Promise<Good> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: Found[] }>(SQL, [handle]).options(PREPARED);
  const [good] = found.rows;
  if (!good) throw refuse("not_found");
  return {
    ...good.page,
    adoption: good.adoption,
    variants: good.variants.map(({ id, title, yuan, in_stock, units, clearance }) => {
      const price_fen = yuanToFen(yuan);
      return {
        id,
        title,
        price_fen,
        in_stock,
        few_left: in_stock && units !== null && units <= FEW ? units : null,
        breakdown: breakdownOf(splitLine(price_fen, 1, good.terms), good.terms.cooperative_name),
        clearance,
      };
    }),
  };
}
