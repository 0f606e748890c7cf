/** Private files, exports above all: only by an address that was signed for the one who asked for it. */
import { pipeline } from "node:stream/promises";

import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { z } from "zod";

import { refuse } from "../../../refuse";
import { openPrivateFile } from "../../../workflows/file/open-private-file";

const addressSchema = z.object({
  key: z.string().regex(/^[\w-]{1,300}$/),
  until: z.coerce.number().int(),
  signature: z.string().regex(/^[\w-]{43}$/),
});

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const address = addressSchema.safeParse({ ...req.query, key: req.params.key });
  if (!address.success) throw refuse("not_found");
  const { key, until, signature } = address.data;
  const file = await openPrivateFile(req.scope, { key, until_s: until, signature });
  res.setHeader("Content-Type", "application/octet-stream");
  res.setHeader("Content-Disposition", "attachment");
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("X-Content-Type-Options", "nosniff");
  await pipeline(file, res);
}
