/**
 * Keeps the evidence of confirmations. A code is good once, for one household, for one sum, and a short
 * while; whoever claims a piece of evidence first has it.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import type { Fen } from "../../contract/fen";
import { env } from "../../env";
import { refuse } from "../../refuse";
import { claimCode, claimPage, countOf, since, type Rows } from "./claims";
import { codeHash, MAX_SENT, PRINTED_LIFE_S, SMS_LIFE_S, smsCode } from "./code";
import { openDispute, resolveDispute, type Dispute, type Resolution } from "./disputes";
import type { Claim, Evidence, Promised } from "./types";

/** Evidence and disputes. */
export class ConfirmationModuleService {
  readonly #db: Knex;
  readonly #key = env.YIGOU_DATA_KEY;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** Keeps the photograph of a signed page; which money it is about is said when it is used. */
  async keepPage(page: {
    household_id: string;
    file_key: string;
    page_sha256: string;
    made_by: string;
    at: Date;
  }): Promise<string> {
    const id = generateEntityId(undefined, "cev");
    await this.#db.raw(
      `insert into confirmation_evidence (id, household_id, method, file_key, page_sha256, made_by, made_at)
       values (:id, :household_id, 'page', :file_key, :page_sha256, :made_by, :at)`,
      { id, ...page },
    );
    return id;
  }

  /**
   * Makes a code; those of the same kind that the household had before are void.
   *
   * @param wanted for a printed page the code; for an SMS it follows from the evidence
   * @throws refusal `too_many_attempts` when codes are asked for again and again
   */
  async makeCode(
    wanted: Promised & {
      household_id: string;
      method: "sms_code" | "passbook_code";
      code: string | null;
      made_by: string;
      at: Date;
    },
  ): Promise<{ id: string; expires_at: Date }> {
    const { household_id, method, at } = wanted;
    const id = generateEntityId(undefined, "cev");
    const life_s = method === "sms_code" ? SMS_LIFE_S : PRINTED_LIFE_S;
    const expires_at = new Date(at.getTime() + life_s * 1000);
    const hash = codeHash(household_id, wanted.code ?? smsCode(id, this.#key), this.#key);
    await this.#alone(household_id, async (trx) => {
      const made = await trx.raw<Rows>(
        `select count(*)::int as n from confirmation_evidence
          where household_id = ? and method = 'sms_code' and made_at > ?`,
        [household_id, since(at)],
      );
      if (method === "sms_code" && countOf(made.rows) >= MAX_SENT)
        throw refuse("too_many_attempts");
      await trx.raw(
        `update confirmation_evidence set voided_at = :at
          where household_id = :household_id and method = :method and used_at is null and voided_at is null`,
        { household_id, method, at },
      );
      await trx.raw(
        `insert into confirmation_evidence
           (id, household_id, method, code_hash, credit_ids, amount_fen, made_by, made_at, expires_at)
         values (:id, :household_id, :method, :hash, :credit_ids, :amount_fen, :made_by, :at, :expires_at)`,
        { ...wanted, id, hash, expires_at },
      );
    });
    return { id, expires_at };
  }

  /** The code that an SMS has to carry. */
  codeOf(evidence_id: string): string {
    return smsCode(evidence_id, this.#key);
  }

  /** The sum that a piece of evidence is about. */
  async amountOf(evidence_id: string): Promise<Fen> {
    const { rows } = await this.#db.raw<Rows>(
      `select amount_fen as n from confirmation_evidence where id = ?`,
      [evidence_id],
    );
    return countOf(rows);
  }

  /** Takes evidence back that was never used; safe to run twice. */
  async discard(id: string, at: Date): Promise<void> {
    await this.#db.raw(
      `update confirmation_evidence set voided_at = coalesce(voided_at, ?) where id = ? and used_at is null`,
      [at, id],
    );
  }

  /**
   * Takes a piece of evidence for a confirmation: the first who asks has it.
   *
   * @throws refusal `code_wrong`, `code_expired`, `code_used`, `page_unknown`, `page_used`,
   * `too_many_attempts` after five wrong codes in fifteen minutes, also for the right one
   */
  async claim(claim: Claim): Promise<Evidence> {
    const claimed = await this.#alone(claim.household_id, async (trx) =>
      claim.method === "page" ? claimPage(trx, claim) : claimCode(trx, claim, this.#key),
    );
    // Thrown outside, so that a wrong code is counted although it is refused.
    if (claimed === null) throw refuse("code_wrong", { field: "code" });
    return claimed;
  }

  /** Gives evidence back whose confirmation did not take place; safe to run twice. */
  async release(id: string): Promise<void> {
    await this.#db.raw(`update confirmation_evidence set used_at = null where id = ?`, [id]);
  }

  /** Keeps that a household says it did not get its money; freezes nothing. */
  async dispute(dispute: Dispute): Promise<string> {
    return openDispute(this.#db, dispute);
  }

  /** Takes a dispute back whose request failed; safe to run twice. */
  async withdrawDispute(id: string): Promise<void> {
    await this.#db.raw(`delete from confirmation_dispute where id = ? and resolved_at is null`, [
      id,
    ]);
  }

  /** Ends a dispute, once. @throws refusal `not_found` outside the scope, `dispute_resolved` */
  async resolve(resolution: Resolution): Promise<void> {
    await resolveDispute(this.#db, resolution);
  }

  /** One at a time for each household: counted together, guesses at the same time would slip past. */
  async #alone<T>(household_id: string, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return this.#db.transaction(async (trx) => {
      await trx.raw(`select pg_advisory_xact_lock(hashtextextended(?, 11))`, [household_id]);
      return work(trx);
    });
  }
}
