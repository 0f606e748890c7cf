/** The headers of the ledger's blocks: what everybody may keep a copy of. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { BlockHeader } from "../../contract/proof";
import type { Query, Reply } from "../../contract/routes";
import { HEADER, headersOf } from "../../modules/income";

/** The newest block; null before the first. */
export async function ledgerHead(scope: MedusaContainer): Promise<BlockHeader | null> {
  return newestBlock(scope.resolve(ContainerRegistrationKeys.PG_CONNECTION));
}

/** The newest block, from the database itself. */
export async function newestBlock(pg: Knex): Promise<BlockHeader | null> {
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select ${HEADER} from ledger_block order by number desc limit 1`,
  );
  return headersOf(rows)[0] ?? null;
}

/**
 * A page of headers.
 *
 * @param query `after` walks upwards, otherwise the newest come first
 */
export async function ledgerBlocks(
  scope: MedusaContainer,
  { limit, before, after }: Query<"GET /store/ledger/blocks">,
): Promise<Reply<"GET /store/ledger/blocks">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const page = pg("ledger_block").select(pg.raw(HEADER)).limit(limit);
  if (before !== undefined) page.where("number", "<", before);
  if (after !== undefined) page.where("number", ">", after);
  const rows: unknown = await page.orderBy("number", after === undefined ? "desc" : "asc");
  return { blocks: headersOf(rows), head: await ledgerHead(scope) };
}
