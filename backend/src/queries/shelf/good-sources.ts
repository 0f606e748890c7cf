/** Reads everything that the shelf shows of goods, across the rooms that know a part of it. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { LIVE_VARIANTS } from "../../modules/shelf";
import { SUPPLY_MODULE, type SupplyService, type SupplyTerms } from "../../modules/supply";

/** A good as its sources tell it, not yet worked into a row. */
export interface GoodSource {
  product_id: string;
  handle: string;
  title: string;
  description: string;
  title_en: string;
  description_en: string;
  picture: string | null;
  images: string[];
  category: string;
  category_label: string;
  certificates: { kind: string; number: string; issued_on: string; valid_to: string | null }[];
  cooperative_id: string;
  cooperative_name: string;
  county_code: string;
  county_name: string;
  lot: { code: string; harvested_on: string; weight_g: number };
  listed_at: Date;
  read_at: Date;
  adoption: { kind: "tree" | "pre_order"; harvest_from: string } | null;
  /** How many gave one to five stars; null when nobody did. */
  stars: number[] | null;
  variants: {
    id: string;
    title: string;
    yuan: string;
    in_stock: boolean;
    clearance: { usual_fen: number; last_on: string } | null;
  }[];
}

/** A good with the terms of today and the names of its places. */
export interface GoodWithTerms {
  source: GoodSource;
  terms: SupplyTerms;
  townships: Map<string, string>;
}

const SOURCES = `
  select p.id product_id, p.handle, p.title, coalesce(p.description, '') description, l.title_en, l.description_en,
    p.thumbnail picture, coalesce(pictures.urls, '[]') images,
    coalesce(category.handle, 'other') category, coalesce(category.name, '其他') category_label,
    l.certificates, l.cooperative_id, c.name cooperative_name,
    left(c.division_code, 6) county_code, coalesce(county.name, left(c.division_code, 6)) county_name,
    jsonb_build_object('code', lot.code, 'harvested_on', to_char(lot.harvested_on, 'YYYY-MM-DD'),
      'weight_g', lot.weight_g) lot,
    l.listed_at, statement_timestamp() read_at, variants.rows variants,
    case when ao.product_id is not null then jsonb_build_object('kind', ao.kind,
      'harvest_from', to_char(ao.harvest_from, 'YYYY-MM-DD')) end adoption, stars.counts stars
  from product p
  join listing l on l.product_id = p.id
  join lot on lot.id = l.lot_id
  left join adoption_offer ao on ao.product_id = p.id
  left join product_rating stars on stars.product_id = p.id
  join cooperative c on c.id = l.cooperative_id and c.status = 'approved'
  left join division county on county.code = rpad(left(c.division_code, 6), 12, '0')
  left join lateral (
    select jsonb_agg(i.url order by i.rank, i.id) urls from image i where i.product_id = p.id and i.deleted_at is null
  ) pictures on true
  left join lateral (
    select pc.handle, pc.name from product_category_product pcp
    join product_category pc on pc.id = pcp.product_category_id and pc.deleted_at is null
    where pcp.product_id = p.id order by pc.mpath, pc.id limit 1
  ) category on true
  join lateral (
    select jsonb_agg(jsonb_build_object('id', v.id, 'title', v.title, 'yuan', live.yuan::text, 'in_stock', live.in_stock,
        'clearance', case when c.id is not null then jsonb_build_object('usual_fen', c.usual_fen,
          'last_on', to_char(c.last_on, 'YYYY-MM-DD')) end)
      order by v.variant_rank, v.id) rows
    from product_variant v left join clearance_offer c on c.variant_id = v.id and c.state = 'open' and c.ends_at > now(),
      ${LIVE_VARIANTS}
    where v.product_id = p.id and v.deleted_at is null and live.yuan is not null
  ) variants on variants.rows is not null
  where p.id = any(?) and p.status = 'published' and p.deleted_at is null
`;

/**
 * Reads the goods among these products that are for sale: published, listed by an approved cooperative,
 * with a price and with terms.
 *
 * @param product_ids any products; those not for sale are left out
 */
export async function readGoods(
  container: MedusaContainer,
  product_ids: string[],
): Promise<GoodWithTerms[]> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const supply: SupplyService = container.resolve(SUPPLY_MODULE);
  const [sources, terms] = await Promise.all([
    pg.raw<{ rows: GoodSource[] }>(SOURCES, [product_ids]),
    supply.termsAt(product_ids, new Date()),
  ]);
  const townships = await namesOfTownships(container, terms);
  const byProduct = new Map(terms.map((one) => [one.product_id, one]));
  return sources.rows.flatMap((source) => {
    const own = byProduct.get(source.product_id);
    return own ? [{ source, terms: own, townships }] : [];
  });
}

async function namesOfTownships(
  container: MedusaContainer,
  terms: SupplyTerms[],
): Promise<Map<string, string>> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const codes = terms.flatMap((one) => one.contributors.map((c) => townshipOf(c.division_code)));
  const found = await pg.raw<{ rows: { code: string; name: string }[] }>(
    `select code, name from division where code = any(?)`,
    [[...new Set(codes)]],
  );
  return new Map(found.rows.map((row) => [row.code, row.name]));
}

/** The code of the township in which a place lies; public pages never name the village. */
export function townshipOf(division_code: string): string {
  return division_code.slice(0, 9).padEnd(12, "0");
}
