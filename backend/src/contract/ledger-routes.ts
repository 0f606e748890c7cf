/** Routes of the ledger's seals. */
import * as ledger from "./ledger";
import { anyone, idParams, type Route } from "./route";

/** Routes of the ledger's seals. */
export const ledgerRoutes = {
  "GET /store/ledger/head": { ...anyone, reply: ledger.headReplySchema },
  "GET /store/ledger/blocks": {
    ...anyone,
    query: ledger.blocksQuerySchema,
    reply: ledger.blocksReplySchema,
  },
  // Read by the order's owner or with the guest's token, like the order itself.
  "GET /store/orders/:id/receipt": {
    ...anyone,
    params: idParams,
    reply: ledger.receiptReplySchema,
  },
} as const satisfies Record<string, Route>;
