/** Cooperatives of an official's area, open applications first. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Query, Reply } from "../../contract/routes";

type Listed = Reply<"GET /official/cooperatives">["cooperatives"][number];
type Row = Omit<Listed, "applied_at" | "decided_at"> & {
  applied_at: Date;
  decided_at: Date | null;
};

/**
 * Lists cooperatives whose seat lies within a prefix.
 *
 * @param container scope of the request
 * @param scope division-code prefix
 */
export async function listWithin(
  container: MedusaContainer,
  scope: string,
  { status, limit, offset }: Query<"GET /official/cooperatives">,
): Promise<Reply<"GET /official/cooperatives">> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const from = `from cooperative c left join division d on d.code = c.division_code
    where starts_with(c.division_code, ?) and (?::text is null or c.status = ?)`;
  const values = [scope, status ?? null, status ?? null];
  const page = await pg.raw<{ rows: Row[] }>(
    `select c.id, c.name, c.division_code, coalesce(d.name, c.division_code) as division_name, c.license_no,
       c.contact_name, c.status, c.created_at as applied_at, c.decided_at
     ${from} order by c.status <> 'applied', c.created_at desc, c.id limit ? offset ?`,
    [...values, limit, offset],
  );
  const all = await pg.raw<{ rows: { count: number }[] }>(
    `select count(*)::int as count ${from}`,
    values,
  );
  return {
    cooperatives: page.rows.map((row) => ({
      ...row,
      applied_at: row.applied_at.toISOString(),
      decided_at: row.decided_at?.toISOString() ?? null,
    })),
    count: all.rows[0]?.count ?? 0,
  };
}
