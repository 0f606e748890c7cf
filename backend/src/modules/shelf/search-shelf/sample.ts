/**
 * What keeps a search by frequent words cheap. `search_sample_N` repeats every eighth good, by its id: narrow rows
 * side by side, with words of their own index. Enough goods that carry a frequent word are found there, and the
 * word's long list of all goods is never read. A trigger keeps it in the transaction that changes a good.
 */

/** The columns that filters, facets and orders ask for. */
const COLUMNS = [
  ...["id", "category", "county", "cooperative", "townships", "certificates", "price_fen", "band"],
  ...["household_ppm", "in_stock", "favoured", "standing", "helping", "listed_at", "words"],
];

/**
 * PostgreSQL moves values out of line only from rows of more than 2 kB: a filler makes each row that long.
 * Compressed it takes 40 bytes.
 */
const FILLER = "filler text not null default repeat(' ', 2100)";

/** Columns of an index's goods that are not asked for. */
export const NARROWING = [
  FILLER,
  "sampled boolean not null generated always as (hashtext(id) & 7 = 0) stored",
];

/**
 * True, and dear in the planner's eyes. It does not know that words are read from out of line, and would
 * rather read every good's than ask their index.
 */
export const DEAR = "search_dear(standing)";

/** SQL that brings the places of an earlier version to this form; each good is written once. */
export function sampleTables(places: readonly number[]): string[] {
  return [
    `create or replace function search_dear(any_column smallint) returns boolean language plpgsql
       immutable parallel unsafe cost 1000 as $$ begin return true; end $$;`,
    ...places.flatMap((place) => samplesOf(`search_good_${place}`, `search_sample_${place}`)),
  ];
}

function samplesOf(good: string, sample: string): string[] {
  const columns = COLUMNS.join(", ");
  const trigger = (name: string, when: string, which: string) =>
    `create or replace trigger ${sample}_${name} after ${when} on ${good}
     for each row when (${which}.sampled) execute function ${sample}_follow();`;
  return [
    `alter table ${good} ${NARROWING.map((one) => `add column if not exists ${one}`).join(", ")};`,
    `create table if not exists ${sample} as select ${columns} from ${good} with no data;`,
    `alter table ${sample} set (toast_tuple_target = 128);`,
    `alter table ${sample} alter column words set storage external;`,
    `alter table ${sample} add column if not exists ${FILLER};`,
    `insert into ${sample} (${columns}) select ${columns} from ${good} g
     where sampled and not exists (select from ${sample} s where s.id = g.id);`,
    `create unique index if not exists ${sample}_id on ${sample} (id);`,
    `create index if not exists ${sample}_words on ${sample} using gin (words) with (fastupdate = off);`,
    `create or replace function ${sample}_follow() returns trigger language plpgsql as $$
     begin
       if tg_op <> 'INSERT' then delete from ${sample} where id = old.id; end if;
       if tg_op <> 'DELETE' then
         insert into ${sample} (${columns}) values (${COLUMNS.map((one) => `new.${one}`).join(", ")});
       end if;
       return null;
     end $$;`,
    trigger("added", "insert", "new"),
    trigger("changed", "update", "new"),
    trigger("gone", "delete", "old"),
  ];
}
