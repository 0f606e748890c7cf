/** Keeps helping units and pairings. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import { refuse } from "../../refuse";
import {
  overlaps,
  type HelpingUnitInput,
  type HouseholdPairing,
  type PairingInput,
} from "./pairing";

interface Dependencies {
  __pg_connection__: Knex;
}

interface Rows<T> {
  rows: T[];
}

type StandingPairing = PairingInput & { id: string };

const SPAN =
  "to_char(p.starts_on, 'YYYY-MM-DD') as starts_on, to_char(p.ends_on, 'YYYY-MM-DD') as ends_on";
const IN_FORCE = "p.starts_on <= ?::date and (p.ends_on is null or p.ends_on >= ?::date)";

export class PairingModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: Dependencies) {
    this.#db = __pg_connection__;
  }

  /**
   * Registers helping units; one of the same name in the same division stays as it is.
   *
   * @returns ids in the order of the input, and which of them are new
   */
  async registerUnits(
    units: readonly HelpingUnitInput[],
  ): Promise<{ ids: string[]; created: string[] }> {
    return await this.#db.transaction(async (trx) => {
      const ids: string[] = [];
      const created: string[] = [];
      for (const unit of units) {
        const id = generateEntityId(undefined, "hu");
        const written = await trx.raw<Rows<{ id: string }>>(
          `insert into helping_unit (id, name, kind, division_code, help) values (?, ?, ?, ?, ?)
           on conflict on constraint helping_unit_once do update set name = excluded.name returning id`,
          [id, unit.name, unit.kind, unit.division_code, unit.help],
        );
        const standing = written.rows[0]?.id ?? id;
        ids.push(standing);
        if (standing === id) created.push(id);
      }
      return { ids, created };
    });
  }

  /** Takes units back whose registration failed later on; safe to run twice. */
  async withdrawUnits(ids: readonly string[]): Promise<void> {
    await this.#db.raw(`delete from helping_unit where id = any(?::text[])`, [[...ids]]);
  }

  /**
   * Makes pairings. The very same pairing again is left as it is.
   *
   * @returns ids in the order of the input, and which of them are new
   * @throws refusal `pairing_overlaps` when the same unit is paired with the household at the same time
   */
  async pair(pairings: readonly PairingInput[]): Promise<{ ids: string[]; created: string[] }> {
    return await this.#db.transaction(async (trx) => {
      const standing = await lockedPairings(trx, pairings);
      const ids: string[] = [];
      const fresh: StandingPairing[] = [];
      for (const pairing of pairings) {
        const rivals = standing.filter((one) => isSamePair(one, pairing));
        const same = rivals.find(
          (one) => one.starts_on === pairing.starts_on && one.ends_on === pairing.ends_on,
        );
        if (same) {
          ids.push(same.id);
          continue;
        }
        if (rivals.some((one) => overlaps(one, pairing))) {
          throw refuse("pairing_overlaps", {
            household_id: pairing.household_id,
            helping_unit_id: pairing.helping_unit_id,
          });
        }
        const made = { ...pairing, id: generateEntityId(undefined, "pair") };
        standing.push(made);
        fresh.push(made);
        ids.push(made.id);
      }
      await insertPairings(trx, fresh);
      return { ids, created: fresh.map((one) => one.id) };
    });
  }

  /** Takes pairings back whose making failed later on; safe to run twice. */
  async unpair(ids: readonly string[]): Promise<void> {
    await this.#db.raw(`delete from pairing where id = any(?::text[])`, [[...ids]]);
  }

  /** All pairings of households, newest first. */
  async pairingsOf(household_ids: readonly string[]): Promise<HouseholdPairing[]> {
    const found = await this.#db.raw<Rows<HouseholdPairing>>(
      `select p.household_id, u.name as helping_unit, p.responsible_person, ${SPAN}
       from pairing p join helping_unit u on u.id = p.helping_unit_id
       where p.household_id = any(?::text[]) order by p.starts_on desc, p.id desc`,
      [[...household_ids]],
    );
    return found.rows;
  }

  /**
   * The helping unit of each household on a day: the enterprise first, then the longest paired.
   *
   * @param on YYYY-MM-DD in Asia/Shanghai
   * @returns names by household id; a household without one has no entry
   */
  async unitsInForce(household_ids: readonly string[], on: string): Promise<Map<string, string>> {
    const found = await this.#db.raw<Rows<{ household_id: string; name: string }>>(
      `select distinct on (p.household_id) p.household_id, u.name
       from pairing p join helping_unit u on u.id = p.helping_unit_id
       where p.household_id = any(?::text[]) and ${IN_FORCE}
       order by p.household_id, u.kind <> 'enterprise', p.starts_on, p.id`,
      [[...household_ids], on, on],
    );
    return new Map(found.rows.map((row) => [row.household_id, row.name]));
  }

  /**
   * The enterprise that is paired with most of these households on a day.
   *
   * @param on YYYY-MM-DD in Asia/Shanghai
   */
  async enterpriseOf(
    household_ids: readonly string[],
    on: string,
  ): Promise<{ name: string; help: string } | null> {
    const found = await this.#db.raw<Rows<{ name: string; help: string }>>(
      `select u.name, u.help from pairing p join helping_unit u on u.id = p.helping_unit_id
       where p.household_id = any(?::text[]) and u.kind = 'enterprise' and ${IN_FORCE}
       group by u.id order by count(distinct p.household_id) desc, u.id limit 1`,
      [[...household_ids], on, on],
    );
    return found.rows[0] ?? null;
  }
}

function isSamePair(a: PairingInput, b: PairingInput): boolean {
  return a.household_id === b.household_id && a.helping_unit_id === b.helping_unit_id;
}

/** The pairings of the same households, after a lock that keeps others from pairing them meanwhile. */
async function lockedPairings(
  trx: Knex.Transaction,
  pairings: readonly PairingInput[],
): Promise<StandingPairing[]> {
  const households = [...new Set(pairings.map((one) => one.household_id))].sort();
  // NOTE: one order for everybody, so that two imports of the same households cannot wait for each other.
  await trx.raw(
    `select pg_advisory_xact_lock(hashtextextended('pairing:' || id, 0))
     from unnest(?::text[]) with ordinality as asked(id, place) order by place`,
    [households],
  );
  const found = await trx.raw<Rows<StandingPairing>>(
    `select p.id, p.household_id, p.helping_unit_id, p.responsible_person, ${SPAN}
     from pairing p where p.household_id = any(?::text[])`,
    [households],
  );
  return found.rows;
}

async function insertPairings(
  trx: Knex.Transaction,
  pairings: readonly StandingPairing[],
): Promise<void> {
  await trx.raw(
    `insert into pairing (id, household_id, helping_unit_id, responsible_person, starts_on, ends_on)
     select * from jsonb_to_recordset(?::jsonb) as r(id text, household_id text, helping_unit_id text,
       responsible_person text, starts_on date, ends_on date)`,
    [JSON.stringify(pairings)],
  );
}
