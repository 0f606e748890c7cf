/** How far the booking of a settlement has come. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";
import { refuse } from "../../refuse";

const fen = z.coerce.number().int();
const row = z.object({ booked: fen, amount_fen: fen, left: fen });

/** @throws refusal `not_found` also when it is another's */
export async function bookingOf(
  scope: MedusaContainer,
  cooperative_id: string,
  id: string,
): Promise<Reply<"POST /cooperative/settlements/:id/booking">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select count(*) filter (where l.state = 'paid') as booked,
       coalesce(sum(l.booked_fen) filter (where l.state = 'paid'), 0) as amount_fen,
       count(*) filter (where l.state in ('booking', 'returning')) as left
     from settlement s join settlement_line l on l.settlement_id = s.id
     where s.id = ? and s.cooperative_id = ? group by s.id`,
    [id, cooperative_id],
  );
  const [found] = z.array(row).parse(rows);
  if (!found) throw refuse("not_found");
  return found;
}
