/** The bank statements that a cooperative has imported. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Query, Reply } from "../../contract/routes";
import { bankLayouts } from "../../modules/settlement";
import { refuse } from "../../refuse";

const row = z.object({
  id: z.string(),
  layout: z.string(),
  row_count: z.int(),
  stored_rows: z.int(),
  new_rows: z.int(),
  from_on: z.string(),
  to_on: z.string(),
  imported_at: z.coerce.date(),
  imported_by: z.string(),
});

type Statement = Reply<"POST /cooperative/bank-statements">["statement"];

const VIEW = `
select b.id, b.layout, b.row_count, b.stored_rows, b.new_rows, b.from_on::text, b.to_on::text, b.imported_at,
       coalesce(m.name, '') as imported_by
  from bank_statement b left join cooperative_member m on m.id = b.imported_by
 where b.cooperative_id = ?`;

const viewOf = (one: z.infer<typeof row>): Statement => ({
  ...one,
  imported_at: one.imported_at.toISOString(),
});

/** A page of statements, the newest first. */
export async function listStatements(
  scope: MedusaContainer,
  cooperative_id: string,
  { limit, offset }: Query<"GET /cooperative/bank-statements">,
): Promise<Reply<"GET /cooperative/bank-statements">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const page = await pg.raw<{ rows: unknown[] }>(
    `${VIEW} order by b.imported_at desc, b.id limit ? offset ?`,
    [cooperative_id, limit, offset],
  );
  const all = await pg.raw<{ rows: { count: number }[] }>(
    `select count(*)::int as count from bank_statement where cooperative_id = ?`,
    [cooperative_id],
  );
  return {
    statements: z.array(row).parse(page.rows).map(viewOf),
    count: all.rows[0]?.count ?? 0,
    layouts: bankLayouts.map(({ key, name, name_en }) => ({ key, name, name_en })),
  };
}

/** One statement. @throws refusal `not_found` */
export async function readStatementHead(
  scope: MedusaContainer,
  cooperative_id: string,
  id: string,
): Promise<Statement> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: unknown[] }>(`${VIEW} and b.id = ?`, [cooperative_id, id]);
  const [one] = z.array(row).parse(found.rows);
  if (!one) throw refuse("not_found");
  return viewOf(one);
}
