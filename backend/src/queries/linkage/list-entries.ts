/** A cooperative's entries of income, with how far the money of each has come. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { entryStates } from "../../contract/linkage";
import type { Query, Reply } from "../../contract/routes";
import { creditStates } from "../../contract/words";
import { refuse } from "../../refuse";

type EntryView = Reply<"GET /cooperative/entries">["entries"][number];

const fen = z.coerce.number().int();
const row = z.object({
  id: z.string(),
  household_id: z.string(),
  alias: z.string(),
  linkage: z.string(),
  category: z.string(),
  countable: z.boolean(),
  period: z.string(),
  amount_fen: fen,
  note: z.string(),
  state: z.enum(entryStates),
  reverses_id: z.string().nullable(),
  reason: z.string().nullable(),
  prepared_by: z.string(),
  prepared_at: z.coerce.date(),
  decided_by: z.string().nullable(),
  decided_at: z.coerce.date().nullable(),
  is_own: z.boolean(),
  credit_state: z.enum(creditStates).nullable(),
});

const VIEW = `
select e.id, e.household_id, e.alias, e.linkage, e.category, e.countable, e.period, e.amount_fen, e.note, e.state,
       e.reverses_id, e.reason, coalesce(p.name, '') as prepared_by, e.prepared_at, d.name as decided_by, e.decided_at,
       e.prepared_by = :member_id as is_own, b.state as credit_state
  from linkage_entry e
  left join cooperative_member p on p.id = e.prepared_by
  left join cooperative_member d on d.id = e.decided_by
  left join credit_balance b on b.credit_id = e.id || ':' || e.household_id and e.reverses_id is null
 where e.cooperative_id = :cooperative_id`;

/** Who asks. */
export interface Asker {
  id: string;
  cooperative_id: string;
}

/**
 * A page of entries, the newest first.
 *
 * @param scope container
 * @param who the member who asks
 */
export async function listEntries(
  scope: MedusaContainer,
  who: Asker,
  { state, period, limit, offset }: Query<"GET /cooperative/entries">,
): Promise<Reply<"GET /cooperative/entries">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const own = { member_id: who.id, cooperative_id: who.cooperative_id };
  const filters = `${state ? " and e.state = :state" : ""}${period ? " and e.period = :period" : ""}`;
  const wanted = { ...own, ...(state ? { state } : {}), ...(period ? { period } : {}) };
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `${VIEW}${filters} order by e.prepared_at desc, e.id limit :limit offset :offset`,
    { ...wanted, limit, offset },
  );
  const counts = await pg.raw<{ rows: unknown[] }>(
    `select count(*) filter (where true${filters})::int as count,
            count(*) filter (where e.state = 'prepared')::int as waiting,
            coalesce(sum(e.amount_fen) filter (where e.state = 'prepared' and e.reverses_id is null), 0) as amount_fen
       from linkage_entry e where e.cooperative_id = :cooperative_id`,
    wanted,
  );
  const [count] = z
    .array(z.object({ count: z.int(), waiting: z.int(), amount_fen: fen }))
    .parse(counts.rows);
  return {
    entries: z.array(row).parse(rows).map(viewOf),
    count: count?.count ?? 0,
    prepared: { count: count?.waiting ?? 0, amount_fen: count?.amount_fen ?? 0 },
  };
}

/**
 * One entry.
 *
 * @throws refusal `not_found` also when it is another cooperative's
 */
export async function readEntry(
  scope: MedusaContainer,
  who: Asker,
  id: string,
): Promise<EntryView> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(`${VIEW} and e.id = :id`, {
    member_id: who.id,
    cooperative_id: who.cooperative_id,
    id,
  });
  const [found] = z.array(row).parse(rows);
  if (!found) throw refuse("not_found");
  return viewOf(found);
}

function viewOf(found: z.infer<typeof row>): EntryView {
  return {
    ...found,
    prepared_at: found.prepared_at.toISOString(),
    decided_at: found.decided_at?.toISOString() ?? null,
  };
}
