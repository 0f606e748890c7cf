/** Routes of public totals by village and of open data. */
import { z } from "zod";

import * as open from "./open-data";
import { anyone, type Route } from "./route";

/** Routes of public totals by village and of open data. */
export const openDataRoutes = {
  "GET /store/totals/:county": {
    ...anyone,
    params: z.strictObject({ county: z.string().regex(/^\d{6}$/) }),
    reply: open.villageTotalsReplySchema,
  },
  "GET /store/open-data/:table": {
    ...anyone,
    params: z.strictObject({ table: z.enum(open.openTables) }),
    reply: open.openTableReplySchema,
  },
} as const satisfies Record<string, Route>;
