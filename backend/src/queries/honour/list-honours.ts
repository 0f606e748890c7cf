/** The list of honour, with what reached households through each who agreed to tell. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Query, Reply } from "../../contract/routes";

const row = z.object({
  kind: z.enum(["buyer", "work_unit"]),
  name: z.string(),
  since: z.string(),
  orders: z.int(),
  show_amount: z.boolean(),
  reached_fen: z.coerce.number().int(),
  count: z.int(),
});

// An order for a unit counts for the unit, never for the member who placed it.
const SQL = `
  with bought as (
    select h.id, o.id as order_id
      from honour_name h
      join "order" o on o.deleted_at is null and not o.is_draft_order
      left join order_buyer b on b.order_id = o.id
     where h.withdrawn_at is null
       and case h.kind when 'work_unit' then b.work_unit_id = h.subject_id
                       else o.customer_id = h.subject_id and b.work_unit_id is null end),
  reached as (
    select t.id, count(distinct t.order_id)::int as orders,
           coalesce(sum(k.settled_fen + k.paid_fen + k.confirmed_fen), 0) as reached_fen
      from bought t join credit_balance k on k.order_id = t.order_id group by t.id)
  select h.kind, h.name, h.show_amount, to_char(h.agreed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as since,
         coalesce(r.orders, 0) as orders, coalesce(r.reached_fen, 0) as reached_fen, (count(*) over ())::int as count
    from honour_name h left join reached r on r.id = h.id
   where h.withdrawn_at is null
   order by (case when h.show_amount then coalesce(r.reached_fen, 0) else 0 end) desc, h.agreed_at, h.id
   limit ? offset ?`;

/** A page of the list. */
export async function listHonours(
  scope: MedusaContainer,
  { limit, offset }: Query<"GET /store/honours">,
): Promise<Reply<"GET /store/honours">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(SQL, [limit, offset]);
  const found = z.array(row).parse(rows);
  return {
    grade: "measured",
    honours: found.map(({ kind, name, since, orders, show_amount, reached_fen }) => ({
      kind,
      name,
      since,
      orders,
      reached_fen: show_amount ? reached_fen : null,
    })),
    count: found[0]?.count ?? 0,
  };
}
