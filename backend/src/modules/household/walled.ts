/** The second wall from inside: a transaction says for whom it reads, else the database shows it no row. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

interface Dependencies {
  __pg_connection__: Knex;
}

type Work<T> = (trx: Knex.Transaction) => Promise<T>;

/** What stands behind row level security by division. */
export class Walled {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: Dependencies) {
    this.#db = __pg_connection__;
  }

  /**
   * Runs work in a transaction that sees the households of one prefix only.
   *
   * @param scope division-code prefix, 2 to 12 digits
   */
  async withScope<T>(scope: string, work: Work<T>): Promise<T> {
    return await this.#as(scope, "off", work);
  }

  /** Runs work of the system itself in a transaction that sees every household. */
  async asSystem<T>(work: Work<T>): Promise<T> {
    return await this.#as("", "on", work);
  }

  async #as<T>(scope: string, system: "on" | "off", work: Work<T>): Promise<T> {
    return await this.#db.transaction(async (trx) => {
      await trx.raw(
        `select set_config('yigou.scope', ?, true), set_config('yigou.system', ?, true)`,
        [scope, system],
      );
      return await work(trx);
    });
  }
}
