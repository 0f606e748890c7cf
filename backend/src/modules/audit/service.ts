/** Keeps the log of reads of household files. It can be added to and read, nothing else. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

/** One read of one household's file. */
export interface FileRead {
  /** Who read; a cooperative's member where a bank's file was made. */
  official_id: string;
  household_id: string;
  /** The route's key in the contract, such as "GET /official/households/:id". */
  route: string;
}

interface Dependencies {
  __pg_connection__: Knex;
}

export class AuditModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: Dependencies) {
    this.#db = __pg_connection__;
  }

  /** Adds a read to the log. */
  async record({ official_id, household_id, route }: FileRead): Promise<void> {
    await this.#db.raw(
      `insert into file_read (official_id, household_id, route) values (?, ?, ?)`,
      [official_id, household_id, route],
    );
  }

  /** Adds the reads of many files by one reader, such as a cooperative's member who makes the bank's file. */
  async recordAll(
    reader_id: string,
    household_ids: readonly string[],
    route: string,
  ): Promise<void> {
    await this.#db.raw(
      `insert into file_read (official_id, household_id, route) select ?, unnest(?::text[]), ?`,
      [reader_id, [...household_ids], route],
    );
  }

  /** The reads of one file, newest first. */
  async readsOf(household_id: string, limit = 100): Promise<(FileRead & { read_at: Date })[]> {
    const found = await this.#db.raw<{ rows: (FileRead & { read_at: Date })[] }>(
      `select official_id, household_id, route, read_at from file_read
       where household_id = ? order by read_at desc, id desc limit ?`,
      [household_id, limit],
    );
    return found.rows;
  }
}
