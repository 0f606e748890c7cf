/** Whether this process can serve: database, migrations and search index usable. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

interface Rows<T> {
  rows: T[];
}

/** The guards that the last migration script puts up: without them nothing may be sold. */
const GUARDS = ["yigou_guard_reservation", "yigou_sum_level", "yigou_refuse_refund_by_undo"];

/** @returns each check by name */
export async function readiness(scope: MedusaContainer): Promise<Record<string, boolean>> {
  const pg: Knex = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const answers = async (sql: string, bindings: Record<string, unknown> = {}) =>
    pg.raw<Rows<{ ok: boolean }>>(sql, bindings).then(
      (found) => found.rows[0]?.ok ?? false,
      () => false,
    );
  const [database, migrations, search] = await Promise.all([
    answers("select true as ok"),
    answers(
      "select count(distinct tgname) = :guards as ok from pg_trigger where tgname = any(:names)",
      {
        guards: GUARDS.length,
        names: GUARDS,
      },
    ),
    answers("select count(*) >= 0 as ok from shelf_good"),
  ]);
  return { database, migrations, search };
}
