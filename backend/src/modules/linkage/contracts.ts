/** The SQL of contracts. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";
import { z } from "zod";

import { CONTRACT, contractRow, type Rows } from "./rows";
import type { Contract, ContractInput } from "./types";

/** Keeps a contract. */
export async function addContract(db: Knex, input: ContractInput): Promise<Contract> {
  const { rows } = await db.raw<Rows>(
    `insert into linkage_contract (id, cooperative_id, household_id, alias, linkage, terms, starts_on, ends_on, prepared_by)
     values (:id, :cooperative_id, :household_id, :alias, :linkage, :terms, :starts_on, :ends_on, :prepared_by)
     returning ${CONTRACT}`,
    { id: generateEntityId(undefined, "lkc"), ...input },
  );
  return contractRow.parse(rows[0]);
}

/** A page of a cooperative's contracts, the newest first. */
export async function readContracts(
  db: Knex,
  cooperative_id: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ contracts: Contract[]; count: number }> {
  const { rows } = await db.raw<Rows>(
    `select ${CONTRACT}, count(*) over ()::int as count from linkage_contract
      where cooperative_id = ? order by created_at desc, id limit ? offset ?`,
    [cooperative_id, limit, offset],
  );
  const found = z.array(contractRow.extend({ count: z.int() })).parse(rows);
  return { contracts: found, count: found[0]?.count ?? 0 };
}

/** The contracts of a cooperative that are in force in some of these months, the oldest first. */
export async function readContractsIn(
  db: Knex,
  cooperative_id: string,
  months: readonly string[],
): Promise<Contract[]> {
  const { rows } = await db.raw<Rows>(
    `select ${CONTRACT} from linkage_contract c
      where cooperative_id = ? and exists (
        select 1 from unnest(cast(? as text[])) as m(month)
         where c.starts_on < cast(m.month || '-01' as date) + interval '1 month'
           and (c.ends_on is null or c.ends_on >= cast(m.month || '-01' as date)))
      order by c.starts_on, c.id`,
    [cooperative_id, [...new Set(months)]],
  );
  return z.array(contractRow).parse(rows);
}
