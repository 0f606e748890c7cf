/** The lines of a settlement; an official sees those of households in the own area. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { recipientRelations } from "../../contract/recipient";
import type { Query, Reply } from "../../contract/routes";
import { lineStates } from "../../contract/settlement-words";
import { refuse } from "../../refuse";
import { wallOf, type SettlementWall } from "./list-settlements";

type LineView = Reply<"GET /cooperative/settlements/:id/lines">["lines"][number];

const fen = z.coerce.number().int();
const row = z.object({
  id: z.string(),
  settlement_id: z.string(),
  position: z.int(),
  household_id: z.string(),
  alias: z.string(),
  division_name: z.string(),
  amount_fen: fen,
  booked_fen: fen.nullable(),
  reference: z.string(),
  state: z.enum(lineStates),
  reason: z.string().nullable(),
  returned_on: z.string().nullable(),
  payee_masked: z.string().nullable(),
  card_masked: z.string().nullable(),
  bank_name: z.string().nullable(),
  recipient_relation: z.enum(recipientRelations).nullable(),
  credits: z.int(),
  voucher_id: z.string().nullable(),
  at_bank: z.boolean(),
});

const VIEW = `
select l.id, l.settlement_id, l.position, l.household_id, l.alias, coalesce(t.name, '') as division_name, l.amount_fen,
       l.booked_fen, l.reference, l.state, l.reason, l.returned_on::text, l.payee_masked, l.card_masked, l.bank_name,
       l.recipient_relation,
       (select count(*)::int from settlement_item i where i.line_id = l.id) as credits, l.voucher_id,
       exists (select 1 from bank_match m where m.state in ('matched', 'confirmed')
         and (m.line_id = l.id or m.voucher_id = l.voucher_id)) as at_bank`;

const FROM = `
  from settlement_line l join settlement s on s.id = l.settlement_id
  left join division t on t.code = rpad(left(l.division_code, 9), 12, '0')`;

/** The wall of a settlement, and for an official that of each household too. */
function whereOf(wall: SettlementWall): { sql: string; values: string[] } {
  const { sql, value } = wallOf(wall);
  if ("cooperative_id" in wall) return { sql, values: [value] };
  return { sql: `${sql} and starts_with(l.division_code, ?)`, values: [value, value] };
}

/** A page of lines in their order. */
export async function listLines(
  scope: MedusaContainer,
  wall: SettlementWall,
  settlement_id: string,
  { state, limit, offset }: Query<"GET /cooperative/settlements/:id/lines">,
): Promise<Reply<"GET /cooperative/settlements/:id/lines">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const own = wallOf(wall);
  const there = await pg.raw<{ rows: unknown[] }>(
    `select 1 from settlement s where ${own.sql} and s.id = ?`,
    [own.value, settlement_id],
  );
  if (there.rows.length === 0) throw refuse("not_found");
  const { sql, values } = whereOf(wall);
  const rest = `${FROM} where ${sql} and s.id = ? and (?::text is null or l.state = ?)`;
  const bindings = [...values, settlement_id, state ?? null, state ?? null];
  const page = await pg.raw<{ rows: unknown[] }>(
    `${VIEW} ${rest} order by l.position limit ? offset ?`,
    [...bindings, limit, offset],
  );
  const all = await pg.raw<{ rows: { count: number }[] }>(
    `select count(*)::int as count ${rest}`,
    bindings,
  );
  const lines: LineView[] = z.array(row).parse(page.rows);
  return { lines, count: all.rows[0]?.count ?? 0 };
}

const creditRow = z.object({
  credit_id: z.string(),
  amount_fen: fen,
  title: z.string(),
  sold_on: z.string(),
});

const CREDITS = `
select i.credit_id, i.amount_fen, coalesce(sl.product_title, c.linkage) as title, b.sold_on::text
  from settlement_item i
  join income_credit c on c.id = i.credit_id
  join credit_balance b on b.credit_id = i.credit_id
  left join sale_line sl on sl.order_line_id = c.order_line_id
 where i.line_id = ? order by b.sold_on, i.credit_id limit 2000`;

/**
 * One line of a cooperative with exactly the credits that it takes.
 *
 * @throws refusal `not_found` also when it is another's
 */
export async function readLine(
  scope: MedusaContainer,
  cooperative_id: string,
  id: string,
): Promise<Reply<"GET /cooperative/settlement-lines/:id">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: unknown[] }>(
    `${VIEW} ${FROM} where s.cooperative_id = ? and l.id = ?`,
    [cooperative_id, id],
  );
  const [line] = z.array(row).parse(found.rows);
  if (!line) throw refuse("not_found");
  const credits = await pg.raw<{ rows: unknown[] }>(CREDITS, [id]);
  return { line: { ...line, credits_taken: z.array(creditRow).parse(credits.rows) } };
}
