/** Lots, the households' deliveries into them, and the terms by which a price is split. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import type { SplitTerms } from "../../contract/split";

/** How a household takes part in the value of a product. */
export type Linkage = "purchase" | "wage" | "land_rent" | "dividend" | "entrusted" | "bonus";

/** A household behind a lot; frozen with the terms. */
export interface Contributor {
  household_id: string;
  alias: string;
  division_code: string;
  weight_g: number;
  linkage: Linkage;
}

/** The terms of a product from a moment on. Append-only: a change is a new version. */
export interface SupplyTerms extends SplitTerms {
  id: string;
  product_id: string;
  cooperative_id: string;
  cooperative_name: string;
  lot_id: string;
  lot_code: string;
  effective_at: Date;
  contributors: Contributor[];
}

/** A certificate with its dates. */
interface Certificate {
  kind: string;
  number: string;
  issued_on: string;
  valid_to: string | null;
}

/** Terms to put on record. */
export type TermsRecord = Omit<SupplyTerms, "id" | "product_id" | "lot_id" | "effective_at"> & {
  effective_at: string;
};

/** A product to put on record with its lot, the deliveries into it, and its first terms. */
export interface ListingRecord {
  product_id: string;
  title_en: string;
  description_en: string;
  certificates: Certificate[];
  harvested_on: string;
  terms: TermsRecord;
}

const TERMS = `id, product_id, cooperative_id, cooperative_name, lot_id, lot_code, effective_at, service_ppm,
  packing_fen::int, freight_fen::int, platform_ppm, contributors`;

/** Register over the tables `listing`, `lot`, `lot_contribution` and `supply_terms`. */
export class SupplyService {
  private readonly pg: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.pg = __pg_connection__;
  }

  /** Puts many listings on record in one transaction. */
  async record(listings: ListingRecord[]): Promise<void> {
    const rows = listings.map((listing) => ({
      ...listing,
      lot_id: generateEntityId(undefined, "lot"),
      terms_id: generateEntityId(undefined, "terms"),
    }));
    const json = JSON.stringify(rows);
    await this.pg.transaction(async (tx) => {
      for (const insert of [INSERT_LOTS, INSERT_CONTRIBUTIONS, INSERT_LISTINGS, INSERT_TERMS]) {
        await tx.raw(insert, [json]);
      }
    });
  }

  /** Takes listings off the record; their terms stay, for nothing in that table is ever removed. */
  async remove(product_ids: string[]): Promise<void> {
    await this.pg.raw(
      `with gone as (delete from listing where product_id = any(?) returning lot_id)
       delete from lot where id in (select lot_id from gone)`,
      [product_ids],
    );
  }

  /**
   * The terms of each product at a moment: the newest not after it, else the oldest.
   *
   * @param product_ids products; one without terms is left out
   * @param at the moment of the sale
   */
  async termsAt(product_ids: string[], at: Date): Promise<SupplyTerms[]> {
    const found = await this.pg.raw<{ rows: SupplyTerms[] }>(
      `select distinct on (product_id) ${TERMS} from supply_terms where product_id = any(?)
       order by product_id, (effective_at <= ?) desc,
         case when effective_at <= ? then effective_at end desc nulls last, effective_at, id desc`,
      [product_ids, at, at],
    );
    return found.rows;
  }

  /** The cooperative that sells each product. */
  async sellersOf(product_ids: string[]): Promise<Map<string, string>> {
    const found = await this.pg.raw<{ rows: { product_id: string; cooperative_id: string }[] }>(
      `select product_id, cooperative_id from listing where product_id = any(?)`,
      [product_ids],
    );
    return new Map(found.rows.map((row) => [row.product_id, row.cooperative_id]));
  }
}

const LISTED = `jsonb_to_recordset(?::jsonb) as l (product_id text, lot_id text, terms_id text, title_en text,
  description_en text, certificates jsonb, harvested_on date, terms jsonb)`;

const INSERT_LOTS = `
  insert into lot (id, cooperative_id, code, harvested_on, weight_g)
  select l.lot_id, l.terms ->> 'cooperative_id', l.terms ->> 'lot_code', l.harvested_on,
    (select sum((c ->> 'weight_g')::bigint) from jsonb_array_elements(l.terms -> 'contributors') c)
  from ${LISTED}`;

const INSERT_CONTRIBUTIONS = `
  insert into lot_contribution (lot_id, household_id, alias, division_code, weight_g, linkage)
  select l.lot_id, c.household_id, c.alias, c.division_code, c.weight_g, c.linkage
  from ${LISTED},
    jsonb_to_recordset(l.terms -> 'contributors')
      as c (household_id text, alias text, division_code text, weight_g bigint, linkage text)`;

const INSERT_LISTINGS = `
  insert into listing (product_id, cooperative_id, lot_id, title_en, description_en, certificates)
  select l.product_id, l.terms ->> 'cooperative_id', l.lot_id, l.title_en, l.description_en, l.certificates
  from ${LISTED}`;

const INSERT_TERMS = `
  insert into supply_terms (id, product_id, cooperative_id, cooperative_name, lot_id, lot_code, effective_at,
    service_ppm, packing_fen, freight_fen, platform_ppm, contributors)
  select l.terms_id, l.product_id, t.cooperative_id, t.cooperative_name, l.lot_id, t.lot_code, t.effective_at,
    t.service_ppm, t.packing_fen, t.freight_fen, t.platform_ppm, t.contributors
  from ${LISTED},
    jsonb_to_record(l.terms) as t (cooperative_id text, cooperative_name text, lot_code text, effective_at timestamptz,
      service_ppm int, packing_fen bigint, freight_fen bigint, platform_ppm int, contributors jsonb)`;
