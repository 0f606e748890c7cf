/** What the loading needs to know of the shop: variants, buyers, officials, refund reasons. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { env } from "../../../env";
import { WORK_UNIT } from "../load/people";

/** Ids by the names that the plan uses. */
export interface Market {
  sales_channel_id: string;
  location_id: string;
  work_unit_id: string | undefined;
  /** By title of the product and of the variant; what is cleared now had another price in the past. */
  variants: Map<string, string>;
  /** By e-mail address. */
  customers: Map<string, string>;
  /** County officials by county code. */
  officials: Map<string, string>;
  operator_id: string;
  refundReasons: Map<string, string>;
  cooperatives: {
    id: string;
    manager?: Signatory<"manager">;
    bookkeeper?: Signatory<"bookkeeper">;
  }[];
  hasSandbox: boolean;
}

interface Signatory<Role> {
  id: string;
  name: string;
  role: Role;
}

/** The name of a variant in the map. */
export function variantKey(title: string, variant: string): string {
  return `${title}\n${variant}`;
}

interface Named {
  id: string;
  name: string;
}

/** Reads the market once. */
export async function readMarket(container: MedusaContainer): Promise<Market> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const named = async (sql: string, bindings: string[] = []): Promise<Map<string, string>> => {
    const { rows } = await pg.raw<{ rows: Named[] }>(sql, bindings);
    return new Map(rows.map(({ id, name }) => [name, id]));
  };
  const [variants, customers, officials, refundReasons, operators, units, store] =
    await Promise.all([
      named(
        `select v.id, p.title || e'\\n' || v.title as name from product p
         join listing l on l.product_id = p.id
         join product_variant v on v.product_id = p.id and v.deleted_at is null
         where p.deleted_at is null and p.status = 'published'
           and not exists (select 1 from clearance_offer c where c.variant_id = v.id and c.state = 'open')`,
      ),
      named(`select id, email as name from customer where has_account and deleted_at is null`),
      named(`select id, division_code as name from official where role = 'county_official'`),
      named(`select id, code as name from refund_reason where deleted_at is null`),
      named(
        `select id, email as name from "user" where deleted_at is null order by created_at desc`,
      ),
      named(`select id, name from work_unit where name = ?`, [WORK_UNIT]),
      named(
        `select unnest(array[default_sales_channel_id, default_location_id]) as id,
           unnest(array['channel', 'location']) as name from store where deleted_at is null`,
      ),
    ]);
  return {
    sales_channel_id: store.get("channel") ?? "",
    location_id: store.get("location") ?? "",
    work_unit_id: units.get(WORK_UNIT),
    variants,
    customers,
    officials,
    operator_id: [...operators.values()][0] ?? "",
    refundReasons,
    cooperatives: await readCooperatives(pg),
    hasSandbox: env.YIGOU_SANDBOX_PAYMENT,
  };
}

interface MemberRow {
  cooperative_id: string;
  id: string;
  name: string;
  role: string;
}

async function readCooperatives(pg: Knex): Promise<Market["cooperatives"]> {
  const { rows } = await pg.raw<{ rows: MemberRow[] }>(
    `select m.cooperative_id, m.id, m.name, m.role from cooperative_member m
     join cooperative c on c.id = m.cooperative_id where c.status = 'approved' order by m.cooperative_id, m.created_at`,
  );
  const ids = [...new Set(rows.map((row) => row.cooperative_id))];
  return ids.map((id) => {
    const own = rows.filter((row) => row.cooperative_id === id);
    const [manager] = own.filter((row) => row.role === "manager");
    const [bookkeeper] = own.filter((row) => row.role === "bookkeeper");
    return {
      id,
      ...(manager ? { manager: { id: manager.id, name: manager.name, role: "manager" } } : {}),
      ...(bookkeeper
        ? { bookkeeper: { id: bookkeeper.id, name: bookkeeper.name, role: "bookkeeper" } }
        : {}),
    };
  });
}
