/** Keeps the addresses and the texts of public pages. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import type { StoryKind, StoryText } from "../../contract/story";

interface Rows<T> {
  rows: T[];
}

/** A page to have an address. */
export interface Page {
  kind: StoryKind;
  handle: string;
  subject_id: string;
}

/** Register over the tables `story_page` and `story_text`. */
export class StoryModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** Gives pages their addresses; a subject that has one keeps it, a handle that is taken is not given. */
  async name(pages: readonly Page[]): Promise<void> {
    await this.#db.raw(
      `insert into story_page (kind, handle, subject_id)
       select kind, handle, subject_id from jsonb_to_recordset(?::jsonb) as r(kind text, handle text, subject_id text)
       on conflict do nothing`,
      [JSON.stringify(pages)],
    );
  }

  /** The subject of an address; null when there is none. */
  async subjectOf(kind: StoryKind, handle: string): Promise<string | null> {
    const found = await this.#db.raw<Rows<{ subject_id: string }>>(
      `select subject_id from story_page where kind = ? and handle = ?`,
      [kind, handle],
    );
    return found.rows[0]?.subject_id ?? null;
  }

  /** The addresses of subjects of one kind. */
  async handlesOf(kind: StoryKind, subject_ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.#db.raw<Rows<{ subject_id: string; handle: string }>>(
      `select subject_id, handle from story_page where kind = ? and subject_id = any(?::text[])`,
      [kind, [...new Set(subject_ids)]],
    );
    return new Map(found.rows.map((row) => [row.subject_id, row.handle]));
  }

  /** The handles of a kind that begin like one of these. */
  async taken(kind: StoryKind, bases: readonly string[]): Promise<Set<string>> {
    const found = await this.#db.raw<Rows<{ handle: string }>>(
      `select handle from story_page where kind = ? and regexp_replace(handle, '-[0-9]+$', '') = any(?::text[])`,
      [kind, [...new Set(bases.map((base) => base.replace(/-\d+$/, "")))]],
    );
    return new Set(found.rows.map((row) => row.handle));
  }

  /** What is told of a subject; null when nothing is. */
  async textOf(kind: StoryKind, subject_id: string): Promise<StoryText | null> {
    const found = await this.#db.raw<Rows<StoryText>>(
      `select zh, en from story_text where kind = ? and subject_id = ?`,
      [kind, subject_id],
    );
    return found.rows[0] ?? null;
  }

  /** Writes what is told of a subject; answers what was told before. */
  async write(
    kind: StoryKind,
    subject_id: string,
    text: StoryText,
    by: string,
  ): Promise<StoryText | null> {
    const before = await this.textOf(kind, subject_id);
    await this.#db.raw(
      `insert into story_text (kind, subject_id, zh, en, written_by) values (:kind, :subject_id, :zh, :en, :by)
       on conflict (kind, subject_id) do update
         set zh = excluded.zh, en = excluded.en, written_by = excluded.written_by, written_at = now()`,
      { ...text, kind, subject_id, by },
    );
    return before;
  }

  /** Takes a text away; safe to run twice. */
  async erase(kind: StoryKind, subject_id: string): Promise<void> {
    await this.#db.raw(`delete from story_text where kind = ? and subject_id = ?`, [
      kind,
      subject_id,
    ]);
  }
}
