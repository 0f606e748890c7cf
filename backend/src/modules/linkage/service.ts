/** Keeps contracts and entries. An entry is prepared by one member, decided by another, and never edited. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";
import { z } from "zod";

import { refuse } from "../../refuse";
import { addContract, readContracts, readContractsIn } from "./contracts";
import { entryRow, type Rows } from "./rows";
import type { Contract, ContractInput, Decided, Decision, Entry, EntryDraft } from "./types";

/** Contracts and entries. */
export class LinkageModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** Keeps a contract. */
  async addContract(input: ContractInput): Promise<Contract> {
    return addContract(this.#db, input);
  }

  /** Takes a contract back that nothing refers to; safe to run twice. */
  async dropContract(id: string): Promise<void> {
    await this.#db.raw(`delete from linkage_contract where id = ?`, [id]);
  }

  /** A page of a cooperative's contracts, the newest first. */
  async contracts(cooperative_id: string, page: { limit: number; offset: number }) {
    return readContracts(this.#db, cooperative_id, page);
  }

  /**
   * The contracts of a cooperative that are in force in some of these months.
   *
   * @param months YYYY-MM
   */
  async contractsIn(cooperative_id: string, months: readonly string[]): Promise<Contract[]> {
    return readContractsIn(this.#db, cooperative_id, months);
  }

  /**
   * Prepares entries; one that was prepared or approved before is left as it is.
   *
   * @param at when they were prepared
   * @returns the new ones only
   */
  async prepare(drafts: readonly EntryDraft[], at: Date): Promise<Entry[]> {
    const rows = drafts.map((draft) => ({ ...draft, id: generateEntityId(undefined, "lke") }));
    const inserted = await this.#db.raw<Rows>(
      `insert into linkage_entry (id, cooperative_id, household_id, alias, division_code, contract_id, linkage, category,
                                  countable, rule_pack_id, period, amount_fen, note, prepared_by, prepared_at)
       select id, cooperative_id, household_id, alias, division_code, contract_id, linkage, category,
              countable, rule_pack_id, period, amount_fen, note, prepared_by, cast(? as timestamptz)
         from jsonb_to_recordset(cast(? as jsonb)) as r(id text, cooperative_id text, household_id text, alias text,
              division_code text, contract_id text, linkage text, category text, countable boolean, rule_pack_id text,
              period text, amount_fen bigint, note text, prepared_by text)
       on conflict do nothing returning *`,
      [at, JSON.stringify(rows)],
    );
    return z.array(entryRow).parse(inserted.rows);
  }

  /**
   * Prepares taking an approved entry back.
   *
   * @throws refusal `not_found`, `entry_decided` when it is not approved or is being taken back already
   */
  async prepareReversal(
    cooperative_id: string,
    entry_id: string,
    { reason, prepared_by }: { reason: string; prepared_by: string },
  ): Promise<Entry> {
    const [entry] = await this.entries(cooperative_id, [entry_id]);
    if (!entry) throw refuse("not_found");
    if (entry.state !== "approved" || entry.reverses_id !== null) throw refuse("entry_decided");
    const { rows } = await this.#db.raw<Rows>(
      `insert into linkage_entry (id, cooperative_id, household_id, alias, division_code, contract_id, linkage, category,
                                  countable, rule_pack_id, period, amount_fen, note, reverses_id, reason, prepared_by)
       select :id, cooperative_id, household_id, alias, division_code, contract_id, linkage, category,
              countable, rule_pack_id, period, amount_fen, note, id, :reason, :prepared_by
         from linkage_entry where id = :entry_id
       on conflict do nothing returning *`,
      { id: generateEntityId(undefined, "lke"), reason, prepared_by, entry_id },
    );
    if (rows.length === 0) throw refuse("entry_decided");
    return entryRow.parse(rows[0]);
  }

  /** Takes prepared entries back whose request failed later on; safe to run twice. */
  async discard(ids: readonly string[], by: string): Promise<void> {
    await this.#db.raw(
      `update linkage_entry set state = 'refused', decided_by = ?, decided_at = now(), reason = coalesce(reason, 'undone')
        where id = any(cast(? as text[])) and state = 'prepared'`,
      [`undo:${by}`, [...ids]],
    );
  }

  /**
   * Decides over prepared entries, all of them or none; whoever comes second finds them decided.
   * NOTE: never dated ahead of the database's clock, or the sweep would leave one that a crash has kept from the ledger.
   *
   * @throws refusal `not_found`, `entry_decided`, `same_person`
   */
  async decide({ cooperative_id, entry_ids, ...decision }: Decision): Promise<Decided> {
    const wanted = [...new Set(entry_ids)].sort();
    return this.#db.transaction(async (trx) => {
      const { rows } = await trx.raw<Rows>(
        `select * from linkage_entry where cooperative_id = ? and id = any(cast(? as text[])) order by id for update`,
        [cooperative_id, wanted],
      );
      const found = z.array(entryRow).parse(rows);
      if (found.length < wanted.length) throw refuse("not_found");
      if (found.some((entry) => entry.state !== "prepared")) throw refuse("entry_decided");
      if (found.some((entry) => entry.prepared_by === decision.decided_by))
        throw refuse("same_person");
      const decided = await trx.raw<Rows>(
        `update linkage_entry set state = :state, decided_by = :decided_by, decided_at = least(cast(:at as timestamptz), now()),
                reason = coalesce(reason, :reason)
          where id = any(cast(:wanted as text[])) returning *`,
        { ...decision, wanted },
      );
      return z.array(entryRow).parse(decided.rows).sort(byId);
    });
  }

  /** Opens entries again whose posting was refused; safe to run twice. */
  async reopen(ids: readonly string[]): Promise<void> {
    await this.#db.raw(
      `update linkage_entry set state = 'prepared', decided_by = null, decided_at = null,
              reason = case when reverses_id is null then null else reason end
        where id = any(cast(? as text[])) and state in ('approved', 'refused') and posted_at is null`,
      [[...ids]],
    );
  }

  /** Entries are in the ledger; what a reversal took back is marked so. */
  async markPosted(ids: readonly string[], at: Date): Promise<void> {
    await this.#db.raw(
      `with posted as (
         update linkage_entry set posted_at = coalesce(posted_at, :at)
          where id = any(cast(:ids as text[])) returning reverses_id)
       update linkage_entry set state = 'reversed' where id in (select reverses_id from posted)`,
      { ids: [...ids], at },
    );
  }

  /** Approved entries that a crash has kept from the ledger, the oldest first; fresh ones are under way. */
  async unposted(limit: number): Promise<Entry[]> {
    const { rows } = await this.#db.raw<Rows>(
      `select * from linkage_entry where state = 'approved' and posted_at is null and decided_at < now() - interval '10 seconds'
        order by decided_at, id limit ?`,
      [limit],
    );
    return z.array(entryRow).parse(rows);
  }

  /** Entries of a cooperative by id. */
  async entries(cooperative_id: string, ids: readonly string[]): Promise<Entry[]> {
    const { rows } = await this.#db.raw<Rows>(
      `select * from linkage_entry where cooperative_id = ? and id = any(cast(? as text[])) order by id`,
      [cooperative_id, [...ids]],
    );
    return z.array(entryRow).parse(rows);
  }
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
