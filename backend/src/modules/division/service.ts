/** Keeps the division tree: bulk import, names, and which codes exist. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { codeOfScope, pinyinOf, type Division, type DivisionRow } from "./tree";

/** What an import changed; enough to take it back. */
export interface DivisionImport {
  created: string[];
  replaced: Division[];
}

interface Dependencies {
  __pg_connection__: Knex;
}

interface Rows<T> {
  rows: T[];
}

const COLUMNS = "code, name, level, parent_code, pinyin";

export class DivisionModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: Dependencies) {
    this.#db = __pg_connection__;
  }

  /**
   * Writes divisions; those that are there with the same content stay as they are.
   *
   * @param rows any order; a parent may be in the same import
   * @returns the codes that are new and the rows that were replaced, as they were
   */
  async importDivisions(rows: readonly DivisionRow[]): Promise<DivisionImport> {
    const full = JSON.stringify(
      rows.map((row) => ({ ...row, pinyin: row.pinyin ?? pinyinOf(row.name) })),
    );
    return await this.#db.transaction(async (trx) => {
      const before = await trx.raw<Rows<Division>>(
        `select ${COLUMNS} from division
         where code in (select code from jsonb_to_recordset(?::jsonb) as r(code text)) for update`,
        [full],
      );
      const written = await trx.raw<Rows<{ code: string }>>(
        `insert into division (${COLUMNS})
         select ${COLUMNS} from jsonb_to_recordset(?::jsonb)
           as r(code text, name text, level text, parent_code text, pinyin text)
         on conflict (code) do update
           set name = excluded.name, level = excluded.level, parent_code = excluded.parent_code, pinyin = excluded.pinyin
           where (division.name, division.level, division.parent_code, division.pinyin)
             is distinct from (excluded.name, excluded.level, excluded.parent_code, excluded.pinyin)
         returning code`,
        [full],
      );
      const changed = new Set(written.rows.map((row) => row.code));
      const known = new Set(before.rows.map((row) => row.code));
      return {
        created: [...changed].filter((code) => !known.has(code)),
        replaced: before.rows.filter((row) => changed.has(row.code)),
      };
    });
  }

  /** Takes an import back; safe to run twice. */
  async undoImport({ created, replaced }: DivisionImport): Promise<void> {
    if (replaced.length > 0) await this.importDivisions(replaced);
    await this.#db.raw(`delete from division where code = any(?::text[])`, [created]);
  }

  /** The divisions with these full codes. */
  async byCodes(codes: readonly string[]): Promise<Map<string, Division>> {
    const found = await this.#db.raw<Rows<Division>>(
      `select ${COLUMNS} from division where code = any(?::text[])`,
      [[...new Set(codes)]],
    );
    return new Map(found.rows.map((row) => [row.code, row]));
  }

  /** Names by full code; an unknown code has no entry. */
  async namesOf(codes: readonly string[]): Promise<Map<string, string>> {
    const found = await this.byCodes(codes);
    return new Map([...found].map(([code, row]) => [code, row.name]));
  }

  /** The name of the place that a scope prefix speaks of; null when there is none. */
  async nameOfScope(scope: string): Promise<string | null> {
    const code = codeOfScope(scope);
    return (await this.namesOf([code])).get(code) ?? null;
  }

  /**
   * County and township of each code, as public pages show a place: "信丰县古陂镇". Never the village.
   *
   * @returns by the code that was asked for; an unknown place has no entry
   */
  async publicPlaces(codes: readonly string[]): Promise<Map<string, string>> {
    const asked = [...new Set(codes)];
    const names = await this.namesOf(
      asked.flatMap((code) => [codeOfScope(code.slice(0, 6)), codeOfScope(code.slice(0, 9))]),
    );
    return new Map(
      asked.flatMap((code) => {
        const county = names.get(codeOfScope(code.slice(0, 6)));
        const township =
          code.slice(6, 9) === "000" ? "" : (names.get(codeOfScope(code.slice(0, 9))) ?? "");
        return county === undefined ? [] : [[code, county + township]];
      }),
    );
  }

  /** All divisions under a prefix, itself included, parents before children. */
  async under(scope: string): Promise<Division[]> {
    const found = await this.#db.raw<Rows<Division>>(
      `select ${COLUMNS} from division where starts_with(code, ?) order by code`,
      [scope],
    );
    return found.rows;
  }
}
