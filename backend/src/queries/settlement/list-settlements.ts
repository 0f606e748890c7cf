/** Settlements of a cooperative, or of the cooperatives of an official's area. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Query, Reply } from "../../contract/routes";
import { lineStates, settlementStatuses } from "../../contract/settlement-words";

/** Whose settlements: a cooperative's own, or those of cooperatives seated within a division prefix. */
export type SettlementWall = { cooperative_id: string } | { division_code: string };

type SettlementRow = Reply<"GET /cooperative/settlements">["settlements"][number];

const fen = z.coerce.number().int();
const row = z.object({
  id: z.string(),
  number: z.string(),
  cooperative_id: z.string(),
  cooperative_name: z.string(),
  status: z.enum(settlementStatuses),
  from_on: z.string().nullable(),
  to_on: z.string(),
  created_at: z.coerce.date(),
  total_fen: fen,
  by_state: z.array(z.object({ state: z.enum(lineStates), lines: z.int(), amount_fen: fen })),
});

const VIEW = `
select s.id, s.number, s.cooperative_id, c.name as cooperative_name, s.status, s.from_on::text, s.to_on::text,
       s.created_at, s.total_fen,
       coalesce((select json_agg(x) from (select l.state, count(*)::int as lines, sum(l.amount_fen) as amount_fen
          from settlement_line l where l.settlement_id = s.id group by l.state) x), '[]') as by_state
  from settlement s join cooperative c on c.id = s.cooperative_id`;

/** The wall as SQL with its binding; it stands in every statement that reads a settlement `s`. */
export function wallOf(wall: SettlementWall): { sql: string; value: string } {
  return "cooperative_id" in wall
    ? { sql: "s.cooperative_id = ?", value: wall.cooperative_id }
    : { sql: "starts_with(s.division_code, ?)", value: wall.division_code };
}

/** A page of settlements, the newest first. */
export async function listSettlements(
  scope: MedusaContainer,
  wall: SettlementWall,
  { status, limit, offset }: Query<"GET /cooperative/settlements">,
): Promise<Reply<"GET /cooperative/settlements">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { sql, value } = wallOf(wall);
  const where = `where ${sql} and (?::text is null or s.status = ?)`;
  const values = [value, status ?? null, status ?? null];
  const page = await pg.raw<{ rows: unknown[] }>(
    `${VIEW} ${where} order by s.created_at desc, s.id limit ? offset ?`,
    [...values, limit, offset],
  );
  const all = await pg.raw<{ rows: { count: number }[] }>(
    `select count(*)::int as count from settlement s ${where}`,
    values,
  );
  return {
    settlements: z.array(row).parse(page.rows).map(viewOf),
    count: all.rows[0]?.count ?? 0,
  };
}

/** One settlement behind its wall, or null. */
export async function findSettlement(
  scope: MedusaContainer,
  wall: SettlementWall,
  id: string,
): Promise<SettlementRow | null> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { sql, value } = wallOf(wall);
  const found = await pg.raw<{ rows: unknown[] }>(`${VIEW} where ${sql} and s.id = ?`, [value, id]);
  const [one] = z.array(row).parse(found.rows);
  return one ? viewOf(one) : null;
}

function viewOf({ cooperative_id, cooperative_name, ...one }: z.infer<typeof row>): SettlementRow {
  const sums = new Map(one.by_state.map(({ state, ...rest }) => [state, rest]));
  const nothing = { lines: 0, amount_fen: 0 };
  return {
    ...one,
    cooperative: { id: cooperative_id, name: cooperative_name },
    created_at: one.created_at.toISOString(),
    lines: one.by_state.reduce((all, state) => all + state.lines, 0),
    by_state: {
      left_out: sums.get("left_out") ?? nothing,
      pending: sums.get("pending") ?? nothing,
      booking: sums.get("booking") ?? nothing,
      paid: sums.get("paid") ?? nothing,
      failed: sums.get("failed") ?? nothing,
      returning: sums.get("returning") ?? nothing,
      returned: sums.get("returned") ?? nothing,
      canceled: sums.get("canceled") ?? nothing,
    },
  };
}
