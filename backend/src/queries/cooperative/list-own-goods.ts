/** What a cooperative has listed, with its live price, stock and split. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { yuanToFen } from "../../contract/fen";
import type { Query, Reply } from "../../contract/routes";
import { breakdownOf, splitLine } from "../../contract/split";
import { LIVE_VARIANTS } from "../../modules/shelf";
import { SUPPLY_MODULE, type SupplyService, type SupplyTerms } from "../../modules/supply";
import { refuse } from "../../refuse";

type OwnGood = Reply<"GET /cooperative/products">["products"][number];

interface Found {
  id: string;
  handle: string;
  title: string;
  category: string;
  picture: string | null;
  status: string;
  variants: { id: string; title: string; yuan: string; units: number | null }[];
}

const GOODS = `
  select p.id, p.handle, p.title, p.thumbnail picture, p.status,
    coalesce((select pc.handle from product_category_product pcp join product_category pc on pc.id = pcp.product_category_id
      where pcp.product_id = p.id order by pc.id limit 1), 'other') category,
    coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'title', v.title, 'yuan', live.yuan::text, 'units', live.units)
        order by v.variant_rank, v.id)
      from product_variant v, ${LIVE_VARIANTS}
      where v.product_id = p.id and v.deleted_at is null and live.yuan is not null), '[]') variants
  from product p where p.id = any(?) order by p.created_at desc, p.id desc`;

/**
 * A page of the cooperative's own goods, the newest first.
 *
 * @param cooperative_id of the actor
 * @param q part of a title
 */
export async function listOwnGoods(
  scope: MedusaContainer,
  cooperative_id: string,
  { q, limit, offset }: Query<"GET /cooperative/products">,
): Promise<Reply<"GET /cooperative/products">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { ids: string[]; count: number }[] }>(
    `with own as (
       select p.id, p.created_at from listing l join product p on p.id = l.product_id and p.deleted_at is null
       where l.cooperative_id = ? and strpos(lower(p.title), lower(?)) > 0
     )
     select array(select id from own order by created_at desc, id desc limit ? offset ?) ids,
       (select count(*)::int from own) count`,
    [cooperative_id, q ?? "", limit, offset],
  );
  const { ids, count } = found.rows[0] ?? { ids: [], count: 0 };
  return { products: await readGoods(scope, ids), count };
}

/**
 * One of the cooperative's own goods.
 *
 * @throws refusal `not_found` also when it is another's
 */
export async function readOwnGood(
  scope: MedusaContainer,
  cooperative_id: string,
  product_id: string,
): Promise<OwnGood> {
  const supply: SupplyService = scope.resolve(SUPPLY_MODULE);
  const sellers = await supply.sellersOf([product_id]);
  if (sellers.get(product_id) !== cooperative_id) throw refuse("not_found");
  const [good] = await readGoods(scope, [product_id]);
  if (!good) throw refuse("not_found");
  return good;
}

async function readGoods(scope: MedusaContainer, ids: string[]): Promise<OwnGood[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const supply: SupplyService = scope.resolve(SUPPLY_MODULE);
  const [found, terms] = await Promise.all([
    pg.raw<{ rows: Found[] }>(GOODS, [ids]),
    supply.termsAt(ids, new Date()),
  ]);
  const byProduct = new Map(terms.map((one) => [one.product_id, one]));
  return found.rows.flatMap((row) => {
    const own = byProduct.get(row.id);
    return own ? [goodOf(row, own)] : [];
  });
}

function goodOf({ variants, ...row }: Found, terms: SupplyTerms): OwnGood {
  return {
    ...row,
    lot_code: terms.lot_code,
    households: terms.contributors.map(({ household_id, alias, weight_g }) => ({
      household_id,
      alias,
      weight_g,
    })),
    service_ppm: terms.service_ppm,
    packing_fen: terms.packing_fen,
    freight_fen: terms.freight_fen,
    variants: variants.map(({ id, title, yuan, units }) => {
      const price_fen = yuanToFen(yuan);
      return {
        id,
        title,
        price_fen,
        stock: units ?? 0,
        breakdown: breakdownOf(splitLine(price_fen, 1, terms), terms.cooperative_name),
      };
    }),
  };
}
