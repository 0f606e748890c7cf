/** Keeps consents. A consent is in force until it is withdrawn, renewed, or its last day is over. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import type { Consent, ConsentEvidence, ConsentPurpose } from "../../contract/consent";
import { refuse } from "../../refuse";

interface Rows<T> {
  rows: T[];
}

/** A consent to keep. */
export interface GivenConsent {
  household_id: string;
  purpose: ConsentPurpose;
  evidence: ConsentEvidence;
  given_on: string;
  expires_on: string;
  recorded_by: string;
}

const COLUMNS = `purpose, version, evidence, to_char(given_on, 'YYYY-MM-DD') as given_on,
  to_char(expires_on, 'YYYY-MM-DD') as expires_on, recorded_at, withdrawn_at`;

/** Register over the table `household_consent`. */
export class ConsentModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** Keeps consents as new versions; each one before ends with it. Answers their ids. */
  async give(consents: readonly GivenConsent[]): Promise<string[]> {
    return this.#db.transaction(async (trx) => {
      const ids: string[] = [];
      for (const consent of consents) ids.push(await giveOne(trx, consent));
      return ids;
    });
  }

  /** Takes consents off the record whose request failed; safe to run twice. */
  async undoGive(ids: readonly string[]): Promise<void> {
    await this.#db.raw(
      `update household_consent set withdrawn_at = coalesce(withdrawn_at, now()) where id = any(?::text[])`,
      [[...ids]],
    );
  }

  /**
   * Ends a consent. Whatever was published by it is gone with the next request.
   *
   * @throws refusal `not_found` when none is in force
   */
  async withdraw(household_id: string, purpose: ConsentPurpose, by: string): Promise<void> {
    const ended = await this.#db.raw<Rows<{ id: string }>>(
      `update household_consent set withdrawn_at = now(), withdrawn_by = ?
        where household_id = ? and purpose = ? and withdrawn_at is null returning id`,
      [by, household_id, purpose],
    );
    if (ended.rows.length === 0) throw refuse("not_found", { field: "purpose" });
  }

  /** All consents of a household, the newest of each purpose first. */
  async listOf(household_id: string): Promise<Consent[]> {
    const found = await this.#db.raw<
      Rows<
        Omit<Consent, "recorded_at" | "withdrawn_at"> & {
          recorded_at: Date;
          withdrawn_at: Date | null;
        }
      >
    >(
      `select ${COLUMNS} from household_consent where household_id = ? order by purpose, version desc limit 200`,
      [household_id],
    );
    return found.rows.map((row) => ({
      ...row,
      recorded_at: row.recorded_at.toISOString(),
      withdrawn_at: row.withdrawn_at?.toISOString() ?? null,
    }));
  }

  /**
   * Which of these households allow a purpose on a day.
   *
   * @param on YYYY-MM-DD in Asia/Shanghai; a consent holds through its last day
   */
  async inForce(
    household_ids: readonly string[],
    purpose: ConsentPurpose,
    on: string,
  ): Promise<Set<string>> {
    const found = await this.#db.raw<Rows<{ household_id: string }>>(
      `select household_id from household_consent
        where household_id = any(?::text[]) and purpose = ? and withdrawn_at is null
          and given_on <= ?::date and expires_on >= ?::date`,
      [[...new Set(household_ids)], purpose, on, on],
    );
    return new Set(found.rows.map((row) => row.household_id));
  }
}

async function giveOne(trx: Knex.Transaction, consent: GivenConsent): Promise<string> {
  const { household_id, purpose, recorded_by } = consent;
  const id = generateEntityId(undefined, "cons");
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('consent:' || ?, 0))`, [
    household_id,
  ]);
  await trx.raw(
    `update household_consent set withdrawn_at = now(), withdrawn_by = ?
      where household_id = ? and purpose = ? and withdrawn_at is null`,
    [recorded_by, household_id, purpose],
  );
  await trx.raw(
    `insert into household_consent (id, household_id, purpose, version, evidence, given_on, expires_on, recorded_by)
     select :id, :household_id, :purpose, coalesce(max(version), 0) + 1, :evidence, cast(:given_on as date),
            cast(:expires_on as date), :recorded_by
       from household_consent where household_id = :household_id and purpose = :purpose`,
    { ...consent, id },
  );
  return id;
}
