/** Queries ask for so much and no more: capped pages, no private fields, nothing that was deleted. */
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";

import { refuse } from "../../refuse";
import { isOurs } from "./our-routes";
import { isPrivateKey } from "./private-keys";

const MAX_OFFSET = 100_000;

/**
 * Caps `limit` and bounds `offset`.
 *
 * @param max_limit largest page that is answered
 */
export function modestPages(max_limit: number) {
  return (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void => {
    // PostgreSQL takes no NUL in a text and drops the connection over it.
    if (/%00/.test(req.originalUrl)) throw refuse("invalid_input", { field: "query" });
    if (isOurs(req.path)) {
      next();
      return;
    }
    const limit = wholeNumber(req, "limit");
    if (limit !== null && limit > max_limit) req.query.limit = String(max_limit);
    const offset = wholeNumber(req, "offset");
    if (offset !== null && offset > MAX_OFFSET) throw refuse("invalid_input", { field: "offset" });
    next();
  };
}

function wholeNumber(req: MedusaRequest, field: "limit" | "offset"): number | null {
  const value = req.query[field];
  if (value === undefined) return null;
  if (typeof value !== "string" || !/^\d{1,7}$/.test(value))
    throw refuse("invalid_input", { field });
  return Number(value);
}

/** Takes private fields out of `fields` and `order`, and never lets a shop read what was deleted. */
export function modestFields(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  if (isOurs(req.path)) {
    next();
    return;
  }
  delete req.query.with_deleted;
  const { fields, order } = req.query;
  if (fields !== undefined) {
    if (typeof fields !== "string") throw refuse("invalid_input", { field: "fields" });
    req.query.fields = fields
      .split(",")
      .filter((field) => !isPrivatePath(field))
      .join(",");
    if (req.query.fields === "") delete req.query.fields;
  }
  if (order !== undefined && (typeof order !== "string" || isPrivatePath(order))) {
    throw refuse("invalid_input", { field: "order" });
  }
  for (const key of Object.keys(req.query)) {
    if (isPrivatePath(key)) throw refuse("invalid_input", { field: key.slice(0, 60) });
  }
  next();
}

function isPrivatePath(path: string): boolean {
  return path
    .normalize("NFKC")
    .split(/[.[\]]/)
    .some((segment) =>
      isPrivateKey(
        segment
          .replace(/^[-+* ]+/, "")
          .trim()
          .toLowerCase(),
      ),
    );
}
