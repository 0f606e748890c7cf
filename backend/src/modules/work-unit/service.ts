/** Work units and their members. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

/** What a member may do for the unit. */
export type WorkUnitRole = "buyer" | "approver" | "admin";

/** A customer's place in a work unit. */
export interface Membership {
  id: string;
  name: string;
  role: WorkUnitRole;
}

/** Thin register over the tables `work_unit` and `work_unit_member`. */
export class WorkUnitService {
  private readonly pg: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.pg = __pg_connection__;
  }

  /** Opens a unit with its members; returns its id. */
  async create(unit: {
    name: string;
    division_code: string;
    members: { customer_id: string; role: WorkUnitRole }[];
  }): Promise<string> {
    const id = generateEntityId(undefined, "wunit");
    await this.pg.transaction(async (tx) => {
      await tx.raw(`insert into work_unit (id, name, division_code) values (?, ?, ?)`, [
        id,
        unit.name,
        unit.division_code,
      ]);
      for (const member of unit.members) {
        await tx.raw(
          `insert into work_unit_member (work_unit_id, customer_id, role) values (?, ?, ?)`,
          [id, member.customer_id, member.role],
        );
      }
    });
    return id;
  }

  /** Removes a unit with its memberships; safe to run twice. */
  async remove(id: string): Promise<void> {
    await this.pg.raw(`delete from work_unit where id = ?`, [id]);
  }

  /** The units for which a customer may buy. */
  async membershipsOf(customer_id: string): Promise<Membership[]> {
    const found = await this.pg.raw<{ rows: Membership[] }>(
      `select u.id, u.name, m.role from work_unit_member m join work_unit u on u.id = m.work_unit_id
       where m.customer_id = ? order by u.name, u.id`,
      [customer_id],
    );
    return found.rows;
  }
}
