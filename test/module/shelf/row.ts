/** Rows of the shelf as a test wants them. */
import { searchDocument, type ShelfRow } from "../../../backend/src/modules/shelf";

/** What differs from one row to the next. */
export interface Wanted {
  id: string;
  title: string;
  category?: string;
  county?: "信丰县" | "屏南县";
  price_fen?: number;
  in_stock?: boolean;
  read_at?: string;
}

const COUNTIES = { 信丰县: "360722", 屏南县: "350923" };

/** A row with everything that a list needs. */
export function row({
  id,
  title,
  category = "fruit",
  county = "信丰县",
  ...over
}: Wanted): ShelfRow {
  const { price_fen = 3990, in_stock = true, read_at = "2026-11-22T00:00:00Z" } = over;
  const code = COUNTIES[county];
  const face = {
    product_id: id,
    handle: id,
    title,
    title_en: "",
    category,
    county_code: code,
    county_name: county,
    township_name: "某镇",
  };
  return {
    product_id: id,
    handle: id,
    cooperative_id: `coop_${code}`,
    cooperative_name: `${county}合作社`,
    category,
    category_label: category === "fruit" ? "水果" : "茶",
    county_code: code,
    county_name: county,
    township_codes: [`${code}101000`],
    aliases: [`${county}·${id}家`],
    price_fen,
    in_stock,
    listed_at: new Date(`2026-01-01T00:00:${id.slice(-2)}Z`),
    card: {
      ...face,
      picture: null,
      price_fen,
      cooperative: `${county}合作社`,
      household_count: 1,
      household_fen: price_fen,
      breakdown: [],
      clearance: null,
    },
    page: {
      ...face,
      description: "",
      description_en: "",
      images: [],
      certificates: [],
      cooperative: { id: `coop_${code}`, name: `${county}合作社`, county_name: county },
      pairing_enterprise: null,
      lot: null,
      households: [],
    },
    terms: {
      service_ppm: 0,
      platform_ppm: 0,
      packing_fen: 0,
      freight_fen: 0,
      cooperative_name: `${county}合作社`,
    },
    search: searchDocument({ title, title_en: "", names: [county], description: "" }),
    read_at: new Date(read_at),
  };
}
