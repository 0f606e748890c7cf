/** The header under which a caller may ask twice for one thing. */
import type { MedusaRequest } from "@medusajs/framework/http";
import { z } from "zod";

const keySchema = z.string().regex(/^[\x21-\x7e]{8,200}$/);

/** @returns the key; null when there is none, or none that could be one */
export function keyOf(req: MedusaRequest): string | null {
  return keySchema.safeParse(req.headers["idempotency-key"]).data ?? null;
}
