/** Keeps rule packs and finds the one that holds in a place on a day. */
import { generateEntityId } from "@medusajs/framework/utils";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { refuse } from "../../refuse";
import { rulePackContentSchema, selectPack, type RulePack, type RulePackInput } from "./pack";

interface Dependencies {
  __pg_connection__: Knex;
}

interface Rows<T> {
  rows: T[];
}

interface PackRow {
  id: string;
  division_code: string;
  effective_on: string;
  content: unknown;
}

const COLUMNS = "id, division_code, to_char(effective_on, 'YYYY-MM-DD') as effective_on, content";

export class RulesModuleService {
  readonly #db: Knex;
  /** Parsed packs by id; a published pack never changes. */
  readonly #parsed = new Map<string, RulePack>();

  constructor({ __pg_connection__ }: Dependencies) {
    this.#db = __pg_connection__;
  }

  /**
   * Publishes packs. The same pack again is left as it is.
   *
   * @returns ids of the packs that are new
   * @throws refusal `state_conflict` when a pack of that place and day says something else
   */
  async publish(packs: readonly RulePackInput[]): Promise<string[]> {
    return await this.#db.transaction(async (trx) => {
      const created: string[] = [];
      for (const pack of packs) {
        const content = JSON.stringify(pack.content);
        const written = await trx.raw<Rows<{ id: string }>>(
          `insert into rule_pack (id, division_code, effective_on, content) values (?, ?, ?, ?::jsonb)
           on conflict on constraint rule_pack_once do nothing returning id`,
          [generateEntityId(undefined, "rule"), pack.division_code, pack.effective_on, content],
        );
        if (written.rows[0]) created.push(written.rows[0].id);
        else await refuseOther(trx, pack, content);
      }
      return created;
    });
  }

  /** Takes packs back whose publication failed later on; safe to run twice. */
  async withdraw(ids: readonly string[]): Promise<void> {
    await this.#db.raw(`delete from rule_pack where id = any(?::text[])`, [[...ids]]);
    for (const id of ids) this.#parsed.delete(id);
  }

  /**
   * The packs that hold in places on a day.
   *
   * @param divisionCodes 12 digits each
   * @param day YYYY-MM-DD in Asia/Shanghai
   * @returns by division code; a place without rules has no entry
   */
  async packsFor(divisionCodes: readonly string[], day: string): Promise<Map<string, RulePack>> {
    const codes = [...new Set(divisionCodes)];
    const reaches = await this.#db.raw<Rows<Omit<PackRow, "content">>>(
      `select distinct p.id, p.division_code, to_char(p.effective_on, 'YYYY-MM-DD') as effective_on
       from rule_pack p join unnest(?::text[]) as asked(code) on starts_with(asked.code, p.division_code)
       where p.effective_on <= ?::date`,
      [codes, day],
    );
    const chosen = codes.flatMap((code) => {
      const reach = selectPack(reaches.rows, code, day);
      return reach ? [[code, reach.id] as const] : [];
    });
    const packs = await this.#load(chosen.map(([, id]) => id));
    return new Map(
      chosen.flatMap(([code, id]) => {
        const pack = packs.get(id);
        return pack ? [[code, pack]] : [];
      }),
    );
  }

  /** The pack that holds in one place on a day, or null. */
  async packFor(divisionCode: string, day: string): Promise<RulePack | null> {
    return (await this.packsFor([divisionCode], day)).get(divisionCode) ?? null;
  }

  async #load(ids: readonly string[]): Promise<Map<string, RulePack>> {
    const missing = [...new Set(ids)].filter((id) => !this.#parsed.has(id));
    if (missing.length > 0) {
      const found = await this.#db.raw<Rows<PackRow>>(
        `select ${COLUMNS} from rule_pack where id = any(?::text[])`,
        [missing],
      );
      for (const row of found.rows) {
        this.#parsed.set(row.id, { ...row, content: rulePackContentSchema.parse(row.content) });
      }
    }
    return this.#parsed;
  }
}

async function refuseOther(
  trx: Knex.Transaction,
  pack: RulePackInput,
  content: string,
): Promise<void> {
  // What a pack says beyond the one that is kept was unknown when that was published: it stays unsaid.
  const same = await trx.raw<Rows<{ same: boolean }>>(
    `select ?::jsonb @> content as same from rule_pack where division_code = ? and effective_on = ?::date`,
    [content, pack.division_code, pack.effective_on],
  );
  if (same.rows[0]?.same !== true) {
    throw refuse("state_conflict", {
      field: "effective_on",
      division_code: pack.division_code,
      day: pack.effective_on,
    });
  }
}
