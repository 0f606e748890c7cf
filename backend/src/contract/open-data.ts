/** Public totals by village, and open data: nothing that points at a person, groups under five hidden. */
import { z } from "zod";

import { fenSchema } from "./money";

const figure = {
  code: z.string(),
  name: z.string(),
  households: z.int().nullable(),
  credited_fen: fenSchema.nullable(),
};

/** Totals of a county's villages. */
export const villageTotalsReplySchema = z.object({
  grade: z.literal("measured"),
  county: z.object({ code: z.string(), name: z.string() }),
  villages: z.array(z.object({ ...figure, handle: z.string().nullable() })),
});

/** What can be downloaded. */
export const openTables = ["totals", "goods"] as const;

/** A value of a row. */
const cell = z.union([z.string(), z.number(), z.boolean()]).nullable();

/** A table with its dictionary, as of a moment. */
export const openTableReplySchema = z.object({
  table: z.enum(openTables),
  title: z.object({ zh: z.string(), en: z.string() }),
  licence: z.object({ name: z.string(), url: z.string() }),
  as_of: z.string(),
  columns: z.array(
    z.object({ name: z.string(), type: z.string(), zh: z.string(), en: z.string() }),
  ),
  rows: z.array(z.record(z.string(), cell)),
});
/** A table with its dictionary. */
export type OpenTable = z.infer<typeof openTableReplySchema>;
