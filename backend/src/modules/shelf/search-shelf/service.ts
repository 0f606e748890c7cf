/** Medusa's search provider over the tables of `tables.ts`. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { SearchTypes } from "@medusajs/framework/types";
import { AbstractSearchProviderService, MedusaError } from "@medusajs/framework/utils";

import { all, conditionsOf, refusal } from "./filters";
import { assertAsked, type Found, nothing, resultsOf } from "./results";
import { Plans } from "./plans";
import { SET, type Row, rowOf } from "./rows";
import { statementOf } from "./statement";

interface Dependencies {
  __pg_connection__: Knex;
}

type Query = SearchTypes.ProviderSearchQuery;

/** Fields that the tables hold; an index that wants others is refused when it is made. */
const FIELDS = new Set([
  ...Object.keys(SET),
  ...["title", "title_en", "names", "description", "places", "aliases", "card", "season"],
]);

/** Indexes of goods in three places of the same database. */
export class ShelfSearchProvider extends AbstractSearchProviderService {
  static override identifier = "search-shelf";

  readonly #pg: Knex;
  readonly #places = new Map<string, number>();
  readonly #plans = new Plans();

  constructor({ __pg_connection__ }: Dependencies) {
    super();
    this.#pg = __pg_connection__;
  }

  override async upsertIndex({
    index,
  }: {
    index: SearchTypes.ResolvedSearchIndexDefinition;
  }): Promise<SearchTypes.SearchTask> {
    const unknown = Object.keys(index.fields).filter((field) => !FIELDS.has(field));
    if (unknown.length > 0) throw refusal(`the tables hold no field ${unknown.join(", ")}`);
    const name = index.physical_name;
    const taken = await this.#pg.raw<{ rows: { place: number }[] }>(
      `update search_place set name = ?, created_at = now() where place = (
         select place from search_place where name = ? or name is null
         order by name is null, place limit 1 for update
       ) returning place`,
      [name, name],
    );
    const place = taken.rows[0]?.place;
    if (place === undefined) throw refusal("three indexes stand already: none is free for another");
    return done(name);
  }

  override async deleteIndex({ index }: { index: string }): Promise<SearchTypes.SearchTask> {
    const place = await this.#find(index);
    if (place !== undefined) {
      await this.#pg.transaction(async (tx) => {
        await tx.raw("update search_place set name = null where place = ?", [place]);
        await tx.raw("select search_clear_place(?)", [place]);
      });
    }
    this.#places.delete(index);
    return done(index);
  }

  override async clearIndex({ index }: { index: string }): Promise<SearchTypes.SearchTask> {
    await this.#pg.raw("select search_clear_place(?)", [await this.#placeOf(index)]);
    return done(index);
  }

  override async listIndexes(): Promise<SearchTypes.SearchIndexInfo[]> {
    const { rows } = await this.#pg.raw<{
      rows: { place: number; name: string; created_at: Date }[];
    }>("select place, name, created_at from search_place where name is not null order by name");
    return Promise.all(
      rows.map(async ({ place, name, created_at }) => {
        const counted = await this.#pg.raw<{ rows: { goods: number }[] }>(
          `select coalesce(sum(goods), 0)::int goods from search_tally_${place} where dims = 0`,
        );
        const document_count = counted.rows[0]?.goods ?? 0;
        return { name, provider: ShelfSearchProvider.identifier, document_count, created_at };
      }),
    );
  }

  override async upsertDocuments({
    index,
    documents,
  }: {
    index: string;
    definition: SearchTypes.ResolvedSearchIndexDefinition;
    documents: SearchTypes.SearchDocument[];
  }): Promise<SearchTypes.SearchTask> {
    const place = await this.#placeOf(index);
    const rows = new Map<string, Row>(documents.map((document) => [document.id, rowOf(document)]));
    if (rows.size === 0) return done(index);
    const names = Object.keys(SET);
    const typed = Object.entries(SET).map(([name, type]) => `${name} ${type}`);
    const renewed = names.map((name) => `${name} = excluded.${name}`);
    const written = await this.#pg.raw<{ rows: { here: boolean }[] }>(
      `with kept as (
         insert into search_good_${place} as old (${names.join()})
         select ${names.join()} from jsonb_to_recordset(?::jsonb) as r (${typed.join()})
         where exists (select from search_place where place = ? and name = ?) order by id
         on conflict (id) do update set ${renewed.join()} where old.read_at <= excluded.read_at
       ) select exists (select from search_place where place = ? and name = ?) here`,
      [JSON.stringify([...rows.values()]), place, index, place, index],
    );
    if (!written.rows[0]?.here) throw this.#gone(index);
    return done(index);
  }

  override async deleteDocuments({
    index,
    filters,
  }: SearchTypes.SearchDeleteDocumentsInput): Promise<SearchTypes.SearchTask> {
    const place = await this.#placeOf(index);
    const where = all(conditionsOf(filters));
    await this.#pg.raw(`delete from search_good_${place} where ${where.sql}`, where.values);
    return done(index);
  }

  override async search(query: Query): Promise<SearchTypes.SearchResult> {
    const [result] = await this.searchMany([query]);
    return result ?? nothing(query);
  }

  override async searchMany(queries: Query[]): Promise<SearchTypes.SearchResult[]> {
    const [first, ...rest] = queries;
    if (!first) return [];
    const alike = rest.every(
      ({ q, index }) => q === first.q && index.physical_name === first.index.physical_name,
    );
    if (!alike) {
      const each = await Promise.all(queries.map((query) => this.searchMany([query])));
      return each.flat();
    }
    for (const query of queries) assertAsked(query);
    const name = first.index.physical_name;
    const place = await this.#placeOf(name);
    const statement = statementOf(place, name, [first, ...rest]);
    if (!statement) return queries.map((query) => nothing(query));
    const started = performance.now();
    const asked = this.#pg.raw<{ rows: Found[] }>(statement.sql, statement.values);
    const plan = this.#plans.nameOf(statement, queries);
    const { rows } = await (plan ? asked.options({ name: plan }) : asked);
    const [found] = rows;
    // NOTE: another process may have given the place to a newer index since this one looked.
    if (!found?.here) throw this.#gone(name);
    return resultsOf(queries, statement, found, performance.now() - started);
  }

  async #find(name: string): Promise<number | undefined> {
    const { rows } = await this.#pg.raw<{ rows: { place: number }[] }>(
      "select place from search_place where name = ?",
      [name],
    );
    return rows[0]?.place;
  }

  async #placeOf(name: string): Promise<number> {
    const place = this.#places.get(name) ?? (await this.#find(name));
    if (place === undefined) throw this.#gone(name);
    this.#places.set(name, place);
    return place;
  }

  /** Makes the Search Module look for the index that serves now. */
  #gone(name: string): MedusaError {
    this.#places.delete(name);
    return new MedusaError(MedusaError.Types.NOT_FOUND, `search index "${name}" does not stand`);
  }
}

function done(index: string): SearchTypes.SearchTask {
  return { index, status: "succeeded" };
}
