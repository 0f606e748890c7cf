/** What an entry of the table of routes says, and the beginnings that entries share. */
import { z } from "zod";

import { idSchema, pageSchema } from "./common";
import type { Actor } from "./roles";

/** One route. */
export interface Route {
  who: readonly Actor[];
  /** A token of a login that has no actor yet is enough (applications). */
  unregistered?: boolean;
  params: z.ZodType;
  query: z.ZodType;
  body: z.ZodType;
  reply: z.ZodType;
}

const nothing = z.strictObject({});
/** A path with one id. */
export const idParams = z.strictObject({ id: idSchema });
/** A query that only pages. */
export const page = z.strictObject(pageSchema);
/** A reply that only says yes. */
export const done = z.object({ ok: z.literal(true) });

const base = { params: nothing, query: nothing, body: nothing } as const;
/** Open to everybody; a logged-in customer is recognised. */
export const anyone = { ...base, who: ["anyone"] } as const;
/** Buyers. */
export const buyer = { ...base, who: ["customer"] } as const;
/** Cooperatives. */
export const seller = { ...base, who: ["cooperative"] } as const;
/** Officials. */
export const cadre = { ...base, who: ["official"] } as const;
/** The operator. */
export const operator = { ...base, who: ["user"] } as const;
