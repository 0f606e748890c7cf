/**
 * The tables of the PostgreSQL provider. An index takes one of three places: the one that serves, the one
 * before it (other processes may still read from it), and the one that is being built.
 *
 * A good's row is narrow: the words and the document lie out of line, so that filters and orders read
 * little (`sample.ts`, with the goods from which frequent words are counted). `search_tally_N` counts goods under every value of every facet, alone, in pairs and in threes, and
 * triggers keep it in the same transaction: a list is counted by a few rows, however many goods there are.
 */

import { NARROWING } from "./sample";

/** How many indexes may stand at once. */
export const PLACES = [1, 2, 3] as const;

/** Edges of the price facet in fen; a band is the number of edges that a price has reached. */
export const PRICE_EDGES_FEN = [2_000, 5_000, 10_000, 20_000] as const;

/** What a tally counts by, in the order of its keys; a good may have several values of a list. */
export const DIMENSIONS = {
  category: "category",
  county: "county",
  cooperative: "cooperative",
  favoured: "favoured::text",
  band: "band::text",
  townships: "unnest(townships)",
  certificates: "unnest(certificates)",
} as const;

/** A tally knows so many dimensions together. */
export const TOGETHER = 3;

const facts = Object.keys(DIMENSIONS).join(", ");

/** SQL that makes everything, for a migration. */
export function indexTables(): string[] {
  return [
    `create table if not exists search_place (
       place smallint primary key,
       name text unique,
       created_at timestamptz not null default now()
     );`,
    ...PLACES.flatMap((place) => [
      `insert into search_place (place) values (${place}) on conflict do nothing;`,
      ...goodTable(place),
      ...tallyTable(place),
    ]),
    clearPlace(["search_good", "search_tally"]),
  ];
}

/**
 * SQL for the function that empties a place.
 *
 * @param tables their names without the place
 */
export function clearPlace(tables: readonly string[]): string {
  // Runs as the owner of the tables: emptying a place row by row would leave its dead rows behind.
  return `create or replace function search_clear_place(which int) returns void language plpgsql
       security definer set search_path = public as $$
     begin
       if which not in (${PLACES.join()}) then raise exception 'no such place'; end if;
       execute format('truncate ${tables.map((one) => `${one}_%1$s`).join(", ")}', which);
     end $$;`;
}

function goodTable(place: number): string[] {
  const table = `search_good_${place}`;
  const on = (name: string, columns: string) =>
    `create index if not exists ${table}_${name} on ${table} ${columns};`;
  return [
    `create table if not exists ${table} (
       id text primary key,
       category text not null,
       county text not null,
       cooperative text not null,
       townships text[] not null,
       certificates text[] not null,
       price_fen bigint not null,
       household_ppm int not null,
       in_stock boolean not null,
       favoured boolean not null,
       standing smallint not null,
       helping smallint not null,
       listed_at bigint not null,
       read_at bigint not null,
       band smallint generated always as
         (width_bucket(price_fen, array[${PRICE_EDGES_FEN.join()}]::bigint[])) stored,
       words tsvector not null,
       document jsonb not null,
       ${NARROWING.join(", ")}
     ) with (toast_tuple_target = 128);`,
    `alter table ${table} alter column words set storage external;`,
    `alter table ${table} alter column document set storage external;`,
    on("words", "using gin (words) with (fastupdate = off)"),
    on("standing", "(standing desc, listed_at desc, id)"),
    on("helping", "(helping desc, listed_at desc, id)"),
    on("newest", "(listed_at desc, id)"),
    on("price", "(price_fen, id)"),
    on("category", "(category, standing desc, listed_at desc, id)"),
    on("county", "(county, standing desc, listed_at desc, id)"),
    on("cooperative", "(cooperative, standing desc, listed_at desc, id)"),
    pairIndex(place),
  ];
}

/** SQL for the index of the goods of one kind from one county, in their order. */
export function pairIndex(place: number): string {
  const table = `search_good_${place}`;
  return `create index if not exists ${table}_pair on ${table} (category, county, standing desc, listed_at desc, id);`;
}

/** The tallies of some goods, `n` added or taken each: of all, by one fact, by two, by three. */
const TALLIES = `
  rows as (select row_number() over () r, * from changed),
  facts as materialized (
    ${Object.values(DIMENSIONS)
      .map((value, at) => `select r, n, ${at + 1} dim, ${value} value from rows`)
      .join(" union all ")}
  ),
  tallies as (
    select n, 0 dims, '' k1, '' k2, '' k3 from rows
    union all select n, 1 << dim, value, '', '' from facts
    union all select a.n, (1 << a.dim) | (1 << b.dim), a.value, b.value, ''
      from facts a join facts b on a.r = b.r and a.dim < b.dim
    union all select a.n, (1 << a.dim) | (1 << b.dim) | (1 << c.dim), a.value, b.value, c.value
      from facts a join facts b on a.r = b.r and a.dim < b.dim join facts c on c.r = b.r and b.dim < c.dim
  )`;

function tallyTable(place: number): string[] {
  const [good, tally] = [`search_good_${place}`, `search_tally_${place}`];
  const count = (changed: string) => `
    with changed as (${changed}), ${TALLIES}
    insert into ${tally} as t (dims, k1, k2, k3, goods)
    select dims, k1, k2, k3, sum(n) from tallies group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4
    on conflict (dims, k1, k2, k3) do update set goods = t.goods + excluded.goods;`;
  const only = (these: string, those: string, n: number) =>
    `select ${n} n, * from (select id, ${facts} from ${these} except all select id, ${facts} from ${those}) x`;
  return [
    `create table if not exists ${tally} (
       dims int not null, k1 text not null, k2 text not null, k3 text not null, goods int not null,
       primary key (dims, k1, k2, k3)
     );`,
    `create index if not exists ${tally}_second on ${tally} (dims, k2, k1);`,
    `create index if not exists ${tally}_third on ${tally} (dims, k3, k1, k2);`,
    `create or replace function ${tally}_count() returns trigger language plpgsql as $$
     begin
       if tg_op = 'INSERT' then ${count(`select 1 n, ${facts} from added`)}
       elsif tg_op = 'DELETE' then ${count(`select -1 n, ${facts} from gone`)}
       else ${count(`${only("added", "gone", 1)} union all ${only("gone", "added", -1)}`)}
       end if;
       return null;
     end $$;`,
    `create or replace trigger ${tally}_added after insert on ${good} referencing new table as added
     for each statement execute function ${tally}_count();`,
    `create or replace trigger ${tally}_gone after delete on ${good} referencing old table as gone
     for each statement execute function ${tally}_count();`,
    `create or replace trigger ${tally}_changed after update on ${good}
     referencing old table as gone new table as added
     for each statement execute function ${tally}_count();`,
  ];
}
