/** What a search index holds of a good: all that a card shows, and all by which a list is narrowed. */

/** One document of the index `good`; the engines that hold it are chosen by setting. */
export interface GoodDocument {
  [field: string]: unknown;
  id: string;
  title: string;
  title_en: string;
  /** County, townships, category, enterprise, aliases: what a good is also found by. */
  names: string[];
  description: string;
  category: string;
  county: string;
  cooperative: string;
  /** Nine digits each. */
  townships: string[];
  /** Every prefix of the townships, so that a province is one word too. */
  places: string[];
  aliases: string[];
  /** Kinds of certificates that are valid or without an end. */
  certificates: string[];
  price_fen: number;
  /** Share of the lowest price that reaches households, in millionths. */
  household_ppm: number;
  in_stock: boolean;
  /** Favoured by rule: households behind it had no income for long. */
  favoured: boolean;
  /** For orders: in stock before sold out, then favoured before others. */
  standing: number;
  /** For the order that helps first: favoured and in stock, favoured, in stock, others. */
  helping: number;
  /** Month of the harvest, 1 to 12. */
  season: number;
  /** Milliseconds since 1970. */
  listed_at: number;
  read_at: number;
  /** The card as JSON, so that engines keep it as it is. */
  card: string;
}

/** Name of the index in the Search Module. */
export const GOOD_INDEX = "good";

/** What an order by relevance adds where words decide nothing. */
export function standingOf(in_stock: boolean, favoured: boolean) {
  return {
    standing: (in_stock ? 2 : 0) + (favoured ? 1 : 0),
    helping: (favoured ? 2 : 0) + (in_stock ? 1 : 0),
  };
}

/** Prefixes by which places are asked for: province, city, county, township. */
export function prefixesOf(townships: readonly string[]): string[] {
  const prefixes = townships.flatMap((code) => [2, 4, 6, 9].map((digits) => code.slice(0, digits)));
  return [...new Set(prefixes)];
}
