/** Rows of the shelf as a test wants them. */
import { type ShelfRow, vocabularyOf } from "../../../backend/src/modules/shelf";

/** What differs from one row to the next. */
export interface Wanted {
  id: string;
  title: string;
  category?: string;
  county?: "信丰县" | "屏南县";
  price_fen?: number;
  in_stock?: boolean;
  read_at?: string;
  favoured?: boolean;
  certificates?: string[];
  household_fen?: number;
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
  const { favoured = false, certificates = [], household_fen = price_fen } = over;
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
    rating: null,
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
    listed_at: new Date(Date.UTC(2026, 0, 1, 0, 0, Number(id.slice(-2)))),
    card: {
      ...face,
      picture: null,
      price_fen,
      cooperative: `${county}合作社`,
      household_count: 1,
      household_fen,
      breakdown: [],
      clearance: null,
      adoption: null,
    },
    page: {
      ...face,
      description: "",
      description_en: "",
      images: [],
      certificates: certificates.map((kind) => ({
        kind,
        number: "1",
        issued_on: "2026-01-01",
        valid_to: null,
      })),
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
    favoured,
    vocabulary: [...wordsOf(title, county).keys()],
    read_at: new Date(read_at),
  };
}

/** The words of a row, by which it is suggested. */
export function wordsOf(title: string, county: string) {
  return vocabularyOf({ title, title_en: "", category: "水果", places: [county] });
}

/** The words of many rows. */
export function allWordsOf(rows: readonly ShelfRow[]) {
  return new Map(rows.flatMap((one) => [...wordsOf(one.card.title, one.county_name)]));
}
