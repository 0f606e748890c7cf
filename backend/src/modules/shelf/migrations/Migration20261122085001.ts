import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { indexTables } from "../search-shelf/tables";

/**
 * The search leaves the shelf for the indexes of the Search Module: tables in fixed places, because the
 * application's role may not make tables. `shelf_change` remembers what an index has yet to hear of.
 */
export class Migration20261122085001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table shelf_good drop column if exists search;`);
    this.addSql(
      `alter table shelf_good add column if not exists favoured boolean not null default false;`,
    );
    this.addSql(
      `alter table shelf_good add column if not exists vocabulary text[] not null default '{}';`,
    );
    this.addSql(`
      create table if not exists shelf_change (
        product_id text primary key,
        revision bigint not null default 1,
        pending boolean not null default true,
        changed_at timestamptz not null default clock_timestamp()
      );
    `);
    this.addSql(
      `create index if not exists shelf_change_pending on shelf_change (product_id) where pending;`,
    );
    this.addSql(`
      create table if not exists shelf_followed (
        one boolean primary key default true check (one),
        physical_name text not null
      );
    `);
    this.addSql(`
      create table if not exists shelf_word (
        word text primary key,
        spelling text not null,
        initials text not null,
        kind text not null,
        goods int not null default 0
      );
    `);
    this.addSql(
      `create index if not exists shelf_word_spelling on shelf_word (spelling text_pattern_ops);`,
    );
    this.addSql(
      `create index if not exists shelf_word_initials on shelf_word (initials text_pattern_ops);`,
    );
    this.addSql(
      `create index if not exists shelf_word_start on shelf_word (word text_pattern_ops);`,
    );
    for (const sql of WORD_COUNTS) this.addSql(sql);
    for (const sql of indexTables()) this.addSql(sql);
    // What stands on the shelf already is renewed once: its vocabulary is worked out by the application.
    this.addSql(`update shelf_good set read_at = 'epoch';`);
  }
}

/** Words are counted where the rows change, so that no count depends on who changed them. */
const WORD_COUNTS = [
  `create or replace function shelf_count_words() returns trigger language plpgsql as $$
   begin
     if tg_op = 'INSERT' then
       update shelf_word w set goods = w.goods + d.n from (
         select word, count(*)::int n from added, unnest(vocabulary) word group by 1 order by 1
       ) d where w.word = d.word;
     elsif tg_op = 'DELETE' then
       update shelf_word w set goods = w.goods - d.n from (
         select word, count(*)::int n from gone, unnest(vocabulary) word group by 1 order by 1
       ) d where w.word = d.word;
     else
       update shelf_word w set goods = w.goods + d.n from (
         select word, sum(n)::int n from (
           select word, 1 n from added, unnest(vocabulary) word
           union all select word, -1 from gone, unnest(vocabulary) word
         ) both_sides group by 1 having sum(n) <> 0 order by 1
       ) d where w.word = d.word;
     end if;
     return null;
   end $$;`,
  `create or replace trigger shelf_words_added after insert on shelf_good referencing new table as added
   for each statement execute function shelf_count_words();`,
  `create or replace trigger shelf_words_gone after delete on shelf_good referencing old table as gone
   for each statement execute function shelf_count_words();`,
  `create or replace trigger shelf_words_changed after update on shelf_good
   referencing old table as gone new table as added for each statement execute function shelf_count_words();`,
];
