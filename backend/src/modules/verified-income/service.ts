/** Keeps what cadres found: versions are added, never changed; two at once make one. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";
import { z } from "zod";

import { comparedCategories } from "../../contract/verified-income";
import { refuse } from "../../refuse";
import type { PlatformFigures } from "./differences";

interface Rows {
  rows: unknown[];
}

const fen = z.coerce.number().int();
const row = z.object({
  version: z.int(),
  wage_fen: fen,
  business_gross_fen: fen,
  business_cost_fen: fen,
  property_fen: fen,
  transfer_fen: fen,
  uncounted_fen: fen,
  reasons: z.partialRecord(z.enum(comparedCategories), z.string()),
  evidence_note: z.string(),
  entered_by: z.string(),
  entered_at: z.date(),
});

/** What was found to be a household's income of a year. */
export type Version = z.infer<typeof row>;

/** A version to add. */
export interface VersionInput extends Omit<Version, "version"> {
  household_id: string;
  year: number;
  /** The version that it follows; 0 for the first. */
  base_version: number;
  /** What the platform said at that moment. */
  platform: PlatformFigures;
}

/** Verified income. */
export class VerifiedIncomeModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /**
   * Adds a version after the one that was on the screen.
   *
   * @throws refusal `version_changed` when somebody else has added one meanwhile
   */
  async add({ base_version, ...input }: VersionInput): Promise<void> {
    const { rows } = await this.#db.raw<Rows>(
      `insert into verified_income
         (id, household_id, year, version, wage_fen, business_gross_fen, business_cost_fen, property_fen, transfer_fen,
          uncounted_fen, reasons, platform, evidence_note, entered_by, entered_at)
       select :id, :household_id, :year, :version, :wage_fen, :business_gross_fen, :business_cost_fen, :property_fen,
              :transfer_fen, :uncounted_fen, cast(:reasons as jsonb), cast(:platform as jsonb), :evidence_note,
              :entered_by, :entered_at
        where (select coalesce(max(version), 0) from verified_income
                where household_id = :household_id and year = :year) = cast(:base_version as integer)
       on conflict on constraint verified_income_version_once do nothing returning version`,
      {
        ...input,
        id: generateEntityId(undefined, "vin"),
        base_version,
        version: base_version + 1,
        reasons: JSON.stringify(input.reasons),
        platform: JSON.stringify(input.platform),
      },
    );
    if (rows.length === 0) throw refuse("version_changed", { field: "base_version" });
  }

  /** Every version of a year, the newest first. */
  async versions(household_id: string, year: number): Promise<Version[]> {
    const { rows } = await this.#db.raw<Rows>(
      `select * from verified_income where household_id = ? and year = ? order by version desc limit 100`,
      [household_id, year],
    );
    return z.array(row).parse(rows);
  }
}
