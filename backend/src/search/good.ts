/** The index of goods: what a document holds, and how it is made anew from the shelf. */
import { container } from "@medusajs/framework";
import { ContainerRegistrationKeys, defineSearchIndex, search } from "@medusajs/framework/utils";

import { GOOD_INDEX } from "../modules/shelf";
import { seedOf } from "../queries/shelf/good-documents";

/** Fields of the index; each engine reads from them what it may be asked. */
export const goodFields = search.define({
  id: search.keyword().filterable(),
  title: search.text().searchable({ weight: 10 }),
  title_en: search.text().searchable({ weight: 10 }),
  names: search.text().searchable({ weight: 5 }).array(),
  description: search.text().searchable({ weight: 1 }).retrievable(false),
  category: search.keyword().filterable().facetable(),
  county: search.keyword().filterable().facetable(),
  cooperative: search.keyword().filterable().facetable(),
  townships: search.keyword().filterable().facetable().array(),
  places: search.keyword().filterable().array(),
  aliases: search.keyword().filterable().array(),
  certificates: search.keyword().filterable().facetable().array(),
  price_fen: search.integer().filterable().sortable().facetable(),
  household_ppm: search.integer().filterable().sortable(),
  in_stock: search.boolean().filterable().facetable(),
  favoured: search.boolean().filterable().facetable(),
  standing: search.integer().sortable().retrievable(false),
  helping: search.integer().sortable().retrievable(false),
  season: search.integer(),
  listed_at: search.integer().filterable().sortable(),
  read_at: search.integer().retrievable(false),
  card: search.keyword(),
});

export default defineSearchIndex({
  name: GOOD_INDEX,
  entity: "product",
  fields: goodFields,
  seed: ({ last_key, catchup }) =>
    seedOf(() => container.resolve(ContainerRegistrationKeys.PG_CONNECTION), {
      after: last_key,
      since: catchup?.since,
    }),
});
