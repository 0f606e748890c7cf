/** Lots of a cooperative, with the codes that stand on their boxes. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Query, Reply } from "../../contract/routes";
import { TRACE_MODULE, type TraceModuleService } from "../../modules/trace";
import { refuse } from "../../refuse";

type OwnLot = Reply<"GET /cooperative/lots">["lots"][number];

interface Row extends Omit<OwnLot, "reports" | "dispute"> {
  all: number;
}

const SQL = `
  select lot.id, t.code, lot.code as name, to_char(lot.harvested_on, 'YYYY-MM-DD') as harvested_on, lot.weight_g::int as weight_g,
    array(select p.title from listing l join product p on p.id = l.product_id and p.deleted_at is null
           where l.lot_id = lot.id order by p.title) as titles,
    (count(*) over ())::int as all
    from lot join lot_trace t on t.lot_id = lot.id
   where lot.cooperative_id = ? and (?::text is null or lot.id = ?)
   order by lot.created_at desc, lot.id limit ? offset ?`;

async function read(
  scope: MedusaContainer,
  cooperative_id: string,
  id: string | null,
  { limit, offset }: Query<"GET /cooperative/lots">,
): Promise<{ lots: OwnLot[]; count: number }> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const trace = scope.resolve<TraceModuleService>(TRACE_MODULE);
  const { rows } = await pg.raw<{ rows: Row[] }>(SQL, [cooperative_id, id, id, limit, offset]);
  const ids = rows.map((row) => row.id);
  const [reports, disputes] = await Promise.all([trace.reportsOf(ids), trace.disputesOf(ids)]);
  return {
    lots: rows.map(({ all: _, ...lot }) => ({
      ...lot,
      reports: reports.get(lot.id) ?? [],
      dispute: disputes.get(lot.id) ?? null,
    })),
    count: rows[0]?.all ?? 0,
  };
}

/** A page of lots, the last recorded first. */
export async function ownLots(
  scope: MedusaContainer,
  cooperative_id: string,
  query: Query<"GET /cooperative/lots">,
): Promise<Reply<"GET /cooperative/lots">> {
  return read(scope, cooperative_id, null, query);
}

/** One lot. @throws refusal `not_found` also for another's */
export async function ownLot(
  scope: MedusaContainer,
  cooperative_id: string,
  id: string,
): Promise<OwnLot> {
  const { lots } = await read(scope, cooperative_id, id, { limit: 1, offset: 0 });
  if (!lots[0]) throw refuse("not_found");
  return lots[0];
}

/** The goods of a lot, and which of them are for sale. */
export async function goodsOfLot(
  scope: MedusaContainer,
  lot_id: string,
): Promise<{ product_id: string; published: boolean }[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { product_id: string; published: boolean }[] }>(
    `select l.product_id, p.status = 'published' as published from listing l
       join product p on p.id = l.product_id and p.deleted_at is null where l.lot_id = ?`,
    [lot_id],
  );
  return found.rows;
}

/** Whether a quarrel keeps goods off the shelf: it is open, or it ended with a false origin. */
export async function isKeptOff(scope: MedusaContainer, product_id: string): Promise<boolean> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: unknown[] }>(
    `select 1 from listing l join lateral (
       select outcome from origin_dispute d where d.lot_id = l.lot_id order by opened_at desc, id desc limit 1) d on true
      where l.product_id = ? and (d.outcome is null or d.outcome = 'false_origin')`,
    [product_id],
  );
  return found.rows.length > 0;
}
