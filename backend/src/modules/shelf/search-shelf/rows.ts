/** A document as a row of an index's table. */
import type { SearchTypes } from "@medusajs/framework/types";
import { z } from "zod";

import { searchDocument, tagOf } from "../words";
import { TAGGED } from "./tags";

/** Columns that are written, with their types. */
export const SET = {
  id: "text",
  category: "text",
  county: "text",
  cooperative: "text",
  townships: "text[]",
  certificates: "text[]",
  price_fen: "bigint",
  household_ppm: "int",
  in_stock: "boolean",
  favoured: "boolean",
  standing: "smallint",
  helping: "smallint",
  listed_at: "bigint",
  read_at: "bigint",
  words: "tsvector",
  document: "jsonb",
} as const;

const texts = z.array(z.string());
const goodSchema = z.object({
  id: z.string(),
  title: z.string(),
  title_en: z.string(),
  names: texts,
  description: z.string(),
  category: z.string(),
  county: z.string(),
  cooperative: z.string(),
  townships: texts,
  places: texts,
  aliases: texts,
  certificates: texts,
  price_fen: z.int(),
  household_ppm: z.int(),
  in_stock: z.boolean(),
  favoured: z.boolean(),
  standing: z.int(),
  helping: z.int(),
  listed_at: z.int(),
  read_at: z.int(),
  season: z.int(),
  card: z.string(),
});

/** A row as it is written. */
export type Row = Record<keyof typeof SET, unknown>;

/**
 * Works a document into its row.
 *
 * @throws ZodError naming each field that is missing or of another type
 */
export function rowOf(document: SearchTypes.SearchDocument): Row {
  const good = goodSchema.parse(document);
  const { title, title_en, names, description, places, aliases, card, season, ...columns } = good;
  const tags = [
    ...TAGGED.map((field) => tagOf(field, good[field])),
    ...places.map((place) => tagOf("places", place)),
    ...aliases.map((alias) => tagOf("aliases", alias)),
  ];
  const words = searchDocument({ title, title_en, names, description }, tags);
  const { category, county, cooperative, price_fen, household_ppm, in_stock, favoured } = columns;
  const { townships, certificates, listed_at } = columns;
  const shown = {
    title,
    title_en,
    category,
    county,
    cooperative,
    townships,
    certificates,
    aliases,
  };
  const figures = { price_fen, household_ppm, in_stock, favoured, listed_at, season };
  return {
    ...columns,
    words,
    document: { id: good.id, ...shown, ...figures, places, names, card },
  };
}
