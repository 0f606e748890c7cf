/** Keeps codes of lots, test reports and origin disputes. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import type { DisputeOutcome, LotDispute, LotReport } from "../../contract/lot";
import { refuse } from "../../refuse";
import { newLotCode } from "./code";

interface Rows<T> {
  rows: T[];
}

const REPORT = `title, laboratory, number, to_char(tested_on, 'YYYY-MM-DD') as tested_on, passed`;
const DAY = (column: string) =>
  `to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as ${column.replace("_at", "_on")}`;

/** Register over the tables `lot_trace`, `lot_report` and `origin_dispute`. */
export class TraceModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** Gives each lot its code; one that has a code keeps it. */
  async code(lot_ids: readonly string[]): Promise<void> {
    const rows = lot_ids.map((lot_id) => ({ lot_id, code: newLotCode() }));
    await this.#db.raw(
      `insert into lot_trace (lot_id, code) select lot_id, code
         from jsonb_to_recordset(?::jsonb) as r(lot_id text, code text) on conflict do nothing`,
      [JSON.stringify(rows)],
    );
  }

  /** The codes of lots. */
  async codesOf(lot_ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.#db.raw<Rows<{ lot_id: string; code: string }>>(
      `select lot_id, code from lot_trace where lot_id = any(?::text[])`,
      [[...new Set(lot_ids)]],
    );
    return new Map(found.rows.map((row) => [row.lot_id, row.code]));
  }

  /** The lot of a code; null when we never printed it. */
  async lotOf(code: string): Promise<string | null> {
    const found = await this.#db.raw<Rows<{ lot_id: string }>>(
      `select lot_id from lot_trace where code = ?`,
      [code],
    );
    return found.rows[0]?.lot_id ?? null;
  }

  /** Adds a test report. @throws refusal `report_exists` when the lot has one of that number */
  async addReport(lot_id: string, report: LotReport, recorded_by: string): Promise<string> {
    const id = generateEntityId(undefined, "lrep");
    const added = await this.#db.raw<Rows<{ id: string }>>(
      `insert into lot_report (id, lot_id, title, laboratory, number, tested_on, passed, recorded_by)
       values (:id, :lot_id, :title, :laboratory, :number, cast(:tested_on as date), :passed, :recorded_by)
       on conflict (lot_id, number) do nothing returning id`,
      { ...report, id, lot_id, recorded_by },
    );
    if (added.rows.length === 0) throw refuse("report_exists", { field: "number" });
    return id;
  }

  /** Takes a report back whose request failed; safe to run twice. */
  async removeReport(id: string): Promise<void> {
    await this.#db.raw(`delete from lot_report where id = ?`, [id]);
  }

  /** Test reports of lots, the newest first. */
  async reportsOf(lot_ids: readonly string[]): Promise<Map<string, LotReport[]>> {
    const found = await this.#db.raw<Rows<LotReport & { lot_id: string }>>(
      `select lot_id, ${REPORT} from lot_report where lot_id = any(?::text[]) order by lot_report.tested_on desc, id`,
      [[...lot_ids]],
    );
    const by = new Map<string, LotReport[]>();
    for (const { lot_id, ...report } of found.rows) {
      by.set(lot_id, [...(by.get(lot_id) ?? []), report]);
    }
    return by;
  }

  /** Opens a dispute. @throws refusal `origin_disputed` when one is open already */
  async dispute(dispute: {
    lot_id: string;
    division_code: string;
    statement: string;
    opened_by: string;
    frozen_products: readonly string[];
  }): Promise<string> {
    const id = generateEntityId(undefined, "orig");
    const opened = await this.#db.raw<Rows<{ id: string }>>(
      `insert into origin_dispute (id, lot_id, division_code, statement, opened_by, frozen_products)
       values (:id, :lot_id, :division_code, :statement, :opened_by, cast(:frozen_products as text[]))
       on conflict (lot_id) where resolved_at is null do nothing returning id`,
      { ...dispute, frozen_products: [...dispute.frozen_products], id },
    );
    if (opened.rows.length === 0) throw refuse("origin_disputed");
    return id;
  }

  /** Takes a dispute back whose request failed; safe to run twice. */
  async undoDispute(id: string): Promise<void> {
    await this.#db.raw(`delete from origin_dispute where id = ? and resolved_at is null`, [id]);
  }

  /**
   * Ends a dispute, once.
   *
   * @param scope division prefix of the one who ends it
   * @returns the goods that it kept off the shelf
   * @throws refusal `not_found`, `dispute_resolved`
   */
  async resolve(resolution: {
    id: string;
    scope: string;
    outcome: DisputeOutcome;
    reason: string;
    resolved_by: string;
  }): Promise<string[]> {
    const done = await this.#db.raw<Rows<{ frozen_products: string[] }>>(
      `update origin_dispute set outcome = :outcome, reason = :reason, resolved_by = :resolved_by, resolved_at = now()
        where id = :id and starts_with(division_code, :scope) and resolved_at is null returning frozen_products`,
      resolution,
    );
    if (done.rows[0]) return done.rows[0].frozen_products;
    const there = await this.#db.raw<Rows<unknown>>(
      `select 1 from origin_dispute where id = ? and starts_with(division_code, ?)`,
      [resolution.id, resolution.scope],
    );
    throw refuse(there.rows.length > 0 ? "dispute_resolved" : "not_found");
  }

  /** Opens a dispute again whose end failed; safe to run twice. */
  async reopen(id: string): Promise<void> {
    await this.#db.raw(
      `update origin_dispute set outcome = null, reason = null, resolved_by = null, resolved_at = null where id = ?`,
      [id],
    );
  }

  /** The newest dispute of each lot. */
  async disputesOf(lot_ids: readonly string[]): Promise<Map<string, LotDispute & { id: string }>> {
    const found = await this.#db.raw<Rows<LotDispute & { id: string; lot_id: string }>>(
      `select distinct on (lot_id) lot_id, id, outcome, ${DAY("opened_at")}, ${DAY("resolved_at")}
         from origin_dispute where lot_id = any(?::text[]) order by lot_id, opened_at desc, id desc`,
      [[...lot_ids]],
    );
    return new Map(found.rows.map(({ lot_id, ...row }) => [lot_id, row]));
  }
}
