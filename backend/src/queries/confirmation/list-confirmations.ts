/** What a household has confirmed: when, by what, before whom. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { z } from "zod";

import { confirmationMethods } from "../../contract/confirmation";
import type { Reply } from "../../contract/routes";

const row = z.object({
  id: z.string(),
  method: z.enum(confirmationMethods),
  amount_fen: z.coerce.number().int(),
  credits: z.int(),
  confirmed_at: z.date(),
  witness: z.string(),
  file_key: z.string().nullable(),
});

/**
 * Reads the confirmations of a household, the newest first.
 *
 * @param scope container
 * @param household_id the household; the caller has checked that its file may be opened
 * @returns each with a path to its photograph that is good for a few minutes
 */
export async function listConfirmations(
  scope: MedusaContainer,
  household_id: string,
): Promise<Reply<"GET /official/households/:id/confirmations">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select e.id, e.method, e.amount_fen, cardinality(e.credit_ids) as credits, e.used_at as confirmed_at,
            coalesce(o.name, '') as witness, e.file_key
       from confirmation_evidence e
       join ledger_transaction t on t.idempotency_key = 'confirm:' || e.id
       left join official o on o.id = t.facts->>'official_id'
      where e.household_id = ? and e.used_at is not null
      order by e.used_at desc, e.id limit 100`,
    [household_id],
  );
  const files = scope.resolve(Modules.FILE);
  const confirmations = z
    .array(row)
    .parse(rows)
    .map(async ({ file_key, ...one }) => ({
      ...one,
      confirmed_at: one.confirmed_at.toISOString(),
      page: file_key === null ? null : pathOf((await files.retrieveFile(file_key)).url),
    }));
  return { confirmations: await Promise.all(confirmations) };
}

/** The panel reaches the backend through its own server: only the path is of use to it. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address, "http://localhost");
  return `${pathname}${search}`;
}
