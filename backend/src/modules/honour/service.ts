/** Keeps who agreed to be named. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import type { HonourKind } from "../../contract/honour";
import { refuse } from "../../refuse";

interface Rows<T> {
  rows: T[];
}

/** Somebody who agrees. */
interface Agreement {
  kind: HonourKind;
  subject_id: string;
  name: string;
  show_amount: boolean;
  agreed_by: string;
}

/** Register over the table `honour_name`. */
export class HonourModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** Keeps an agreement in the place of an earlier one; two at once end with one. Answers its id. */
  async agree(agreement: Agreement): Promise<string> {
    const id = generateEntityId(undefined, "hon");
    const { kind, subject_id } = agreement;
    return this.#db.transaction(async (trx) => {
      await trx.raw(`select pg_advisory_xact_lock(hashtextextended('honour:' || ?, 0))`, [
        subject_id,
      ]);
      await trx.raw(
        `update honour_name set withdrawn_at = now() where kind = ? and subject_id = ? and withdrawn_at is null`,
        [kind, subject_id],
      );
      await trx.raw(
        `insert into honour_name (id, kind, subject_id, name, show_amount, agreed_by)
         values (:id, :kind, :subject_id, :name, :show_amount, :agreed_by)`,
        { ...agreement, id },
      );
      return id;
    });
  }

  /** Takes an agreement off the list; safe to run twice. */
  async end(id: string): Promise<void> {
    await this.#db.raw(
      `update honour_name set withdrawn_at = coalesce(withdrawn_at, now()) where id = ?`,
      [id],
    );
  }

  /** Ends the agreement of a buyer or a unit. @throws refusal `not_found` when there is none */
  async withdraw(kind: HonourKind, subject_id: string): Promise<void> {
    const ended = await this.#db.raw<Rows<{ id: string }>>(
      `update honour_name set withdrawn_at = now()
        where kind = ? and subject_id = ? and withdrawn_at is null returning id`,
      [kind, subject_id],
    );
    if (ended.rows.length === 0) throw refuse("not_found");
  }

  /** The agreements in force of some subjects. */
  async agreementsOf(
    subject_ids: readonly string[],
  ): Promise<{ kind: HonourKind; subject_id: string; name: string; show_amount: boolean }[]> {
    const found = await this.#db.raw<
      Rows<{ kind: HonourKind; subject_id: string; name: string; show_amount: boolean }>
    >(
      `select kind, subject_id, name, show_amount from honour_name
        where subject_id = any(?::text[]) and withdrawn_at is null order by kind, subject_id`,
      [[...subject_ids]],
    );
    return found.rows;
  }
}
