/** The order of the gates: stock routes are narrowed first, then every error is put into our words. */
import {
  defineMiddlewares,
  errorHandler,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http";

import type { RefusalCode } from "../contract/errors";
import { refuse, replyOfRefusal } from "../refuse";
import { stockGates } from "./_gates";

const stockErrorHandler = errorHandler();

/** Marks in errors of Medusa and of our database guards, and the refusal that each one means. */
const meanings: readonly (readonly [mark: string, code: RefusalCode])[] = [
  ["yigou:sold_out", "sold_out"],
  ["insufficient_inventory", "sold_out"],
  ["required inventory", "sold_out"],
  ["yigou_one_order_per_cart", "cart_completed"],
];

export default defineMiddlewares({
  routes: stockGates,
  errorHandler: (error: unknown, req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
    const refused = replyOfRefusal(translated(error));
    if (refused) {
      res.status(refused.status).json(refused.body);
      return;
    }
    stockErrorHandler(error, req, res, next);
  },
});

function translated(error: unknown): unknown {
  const text = textOf(error);
  const meaning = meanings.find(([mark]) => text.includes(mark));
  return meaning ? refuse(meaning[1]) : error;
}

function textOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  const message = "message" in error && typeof error.message === "string" ? error.message : "";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return `${code} ${message}`.toLowerCase();
}
