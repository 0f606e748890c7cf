/** Meilisearch's official client, and how it says that an index is gone. */
import { MedusaError } from "@medusajs/framework/utils";
import type { Meilisearch } from "meilisearch" with { "resolution-mode": "import" };
import { z } from "zod";

const TIMEOUT_MS = 5_000;

/**
 * A client with one key.
 *
 * @param key empty for a server without keys
 */
export async function clientOf(host: string, key: string | undefined): Promise<Meilisearch> {
  // NOTE: the client is an ES module, the backend is not.
  const { Meilisearch: Client } = await import("meilisearch");
  return new Client({ host, timeout: TIMEOUT_MS, ...(key ? { apiKey: key } : {}) });
}

const refusedSchema = z.object({ cause: z.object({ code: z.string() }) });

/** Meilisearch's code of an error, when it answered with one. */
export function codeOf(error: unknown): string | undefined {
  const refused = refusedSchema.safeParse(error);
  return refused.success ? refused.data.cause.code : undefined;
}

/** An index that is gone makes the Search Module look for the one that serves now. */
export function inMedusasWords(error: unknown): Error {
  if (codeOf(error) === "index_not_found") {
    return new MedusaError(MedusaError.Types.NOT_FOUND, "the search index does not stand");
  }
  return error instanceof Error ? error : new Error(String(error));
}
