/** Who stands before a gate, as Medusa's authentication has left it on the request. */
import type { MedusaRequest } from "@medusajs/framework/http";
import { z } from "zod";

const authSchema = z.object({ actor_type: z.string(), actor_id: z.string().min(1) });

/** Whoever is logged in; `anyone` when nobody is. */
export function visitorOf(req: MedusaRequest): { type: string; id?: string } {
  const auth = authSchema.safeParse("auth_context" in req ? req.auth_context : null);
  return auth.success ? { type: auth.data.actor_type, id: auth.data.actor_id } : { type: "anyone" };
}
