/** The order of the gates: stock routes are narrowed first, then every error is put into our words. */
import {
  defineMiddlewares,
  errorHandler,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http";

import { replyOfRefusal } from "../refuse";
import { knownFailure } from "../workflows/order/known-failure";
import { stockGates } from "./_gates";

const stockErrorHandler = errorHandler();

export default defineMiddlewares({
  routes: stockGates,
  errorHandler: (
    error: unknown,
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction,
  ) => {
    const refused = replyOfRefusal(knownFailure(error));
    if (refused) {
      res.status(refused.status).json(refused.body);
      return;
    }
    stockErrorHandler(error, req, res, next);
  },
});
