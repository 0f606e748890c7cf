/** Keeps the roster of officials. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import { refuse } from "../../refuse";
import { scopeOfPost, type Official, type OfficialInput } from "./official";

interface Dependencies {
  __pg_connection__: Knex;
}

interface Rows<T> {
  rows: T[];
}

const COLUMNS = "id, name, email, division_code, role, active";

export class RosterModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: Dependencies) {
    this.#db = __pg_connection__;
  }

  /**
   * Puts an official on the roster.
   *
   * @throws refusal `account_exists` when the e-mail address is on it already
   */
  async appoint(input: OfficialInput): Promise<Official> {
    const scope = scopeOfPost(input.division_code, input.role);
    if (scope === null) throw refuse("division_unknown", { field: "division_code" });
    const written = await this.#db.raw<Rows<Official>>(
      `insert into official (id, name, email, division_code, role) values (?, ?, ?, ?, ?)
       on conflict on constraint official_email_once do nothing returning ${COLUMNS}`,
      [generateEntityId(undefined, "off"), input.name, input.email, scope, input.role],
    );
    const [official] = written.rows;
    if (!official) throw refuse("account_exists", { field: "email" });
    return official;
  }

  /** Takes an appointment back whose login could not be made; safe to run twice. */
  async withdraw(id: string): Promise<void> {
    await this.#db.raw(`delete from official where id = ?`, [id]);
  }

  /** An official who is in office; null otherwise. */
  async inOffice(id: string): Promise<Official | null> {
    const found = await this.#db.raw<Rows<Official>>(
      `select ${COLUMNS} from official where id = ? and active`,
      [id],
    );
    return found.rows[0] ?? null;
  }
}
