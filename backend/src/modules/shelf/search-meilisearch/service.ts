/** Medusa's search provider over Meilisearch, through its official client. */
import type { SearchTypes } from "@medusajs/framework/types";
import { AbstractSearchProviderService } from "@medusajs/framework/utils";
import type { EnqueuedTaskPromise, Meilisearch } from "meilisearch" with {
  "resolution-mode": "import",
};

import { clientOf, codeOf, inMedusasWords } from "./client";
import { filterOf } from "./filters";
import { askedOf, resultsOf } from "./queries";
import { documentOf, settingsOf } from "./settings";

interface Options {
  host: string;
  /** Key that may write; empty for a server without keys. */
  api_key?: string;
  /** Key that may only search; made with the other one when it is empty. */
  search_key?: string;
}

type Query = SearchTypes.ProviderSearchQuery;

/** Any number of our own: the same key is found again instead of made twice. */
const SEARCH_KEY_UID = "6b0d1b0e-5f0a-4c9f-9d3b-0c8f85000101";
const TASK_TIMEOUT_MS = 60_000;

/** Indexes of goods in a Meilisearch server. */
export class MeilisearchProvider extends AbstractSearchProviderService {
  static override identifier = "search-meilisearch";

  readonly #options: Options;
  readonly #clients = new Map<"writer" | "reader", Promise<Meilisearch>>();

  constructor(_: object, options: Options) {
    super();
    this.#options = options;
  }

  /** A client that is made once; one that could not be made is tried again. */
  async #client(name: "writer" | "reader", make: () => Promise<Meilisearch>): Promise<Meilisearch> {
    const client = this.#clients.get(name) ?? make();
    this.#clients.set(name, client);
    return client.catch((error: unknown) => {
      this.#clients.delete(name);
      throw error;
    });
  }

  async #writer(): Promise<Meilisearch> {
    const { host, api_key } = this.#options;
    return this.#client("writer", () => clientOf(host, api_key));
  }

  /** Searches with a key that may do nothing else. */
  async #searcher(): Promise<Meilisearch> {
    return this.#client("reader", async () =>
      clientOf(this.#options.host, await this.#searchKey()),
    );
  }

  async #searchKey(): Promise<string | undefined> {
    const { api_key, search_key } = this.#options;
    if (search_key || !api_key) return search_key;
    const writer = await this.#writer();
    const found = await writer.getKey(SEARCH_KEY_UID).catch(() => null);
    if (found) return found.key;
    const made = await writer.createKey({
      uid: SEARCH_KEY_UID,
      name: "yigou shop",
      actions: ["search"],
      indexes: ["good*"],
      expiresAt: null,
    });
    return made.key;
  }

  override async upsertIndex({
    index,
  }: {
    index: SearchTypes.ResolvedSearchIndexDefinition;
  }): Promise<SearchTypes.SearchTask> {
    const { physical_name: name, primary_key: primaryKey } = index;
    const writer = await this.#writer();
    const stands = await writer.getRawIndex(name).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) === "index_not_found") return false;
        throw error;
      },
    );
    if (!stands) await ended(name, writer.createIndex(name, { primaryKey }));
    return ended(name, writer.index(name).updateSettings(settingsOf(index)));
  }

  override async deleteIndex({ index }: { index: string }): Promise<SearchTypes.SearchTask> {
    const writer = await this.#writer();
    await writer.deleteIndexIfExists(index);
    return { index, status: "succeeded" };
  }

  override async clearIndex({ index }: { index: string }): Promise<SearchTypes.SearchTask> {
    const writer = await this.#writer();
    return ended(index, writer.index(index).deleteAllDocuments());
  }

  override async listIndexes(): Promise<SearchTypes.SearchIndexInfo[]> {
    const writer = await this.#writer();
    const [{ results }, { indexes }] = await Promise.all([
      writer.getRawIndexes({ limit: 1_000 }),
      writer.getStats(),
    ]);
    return results.map(({ uid, createdAt, updatedAt }) => ({
      name: uid,
      provider: MeilisearchProvider.identifier,
      document_count: indexes[uid]?.numberOfDocuments ?? 0,
      created_at: new Date(createdAt),
      updated_at: new Date(updatedAt),
    }));
  }

  /** Waits until the documents are in: a change is told to be visible when it is. */
  override async upsertDocuments({
    index,
    definition,
    documents,
  }: {
    index: string;
    definition: SearchTypes.ResolvedSearchIndexDefinition;
    documents: SearchTypes.SearchDocument[];
  }): Promise<SearchTypes.SearchTask> {
    // NOTE: writing to an index that is gone would make it anew, without its settings.
    const writer = await this.#writer();
    await writer.getRawIndex(index).catch((error: unknown) => {
      throw inMedusasWords(error);
    });
    const spelled = documents.map((document) => documentOf(document, definition));
    const primaryKey = definition.primary_key;
    return ended(index, writer.index(index).addDocuments(spelled, { primaryKey }));
  }

  override async deleteDocuments({
    index,
    filters,
  }: SearchTypes.SearchDeleteDocumentsInput): Promise<SearchTypes.SearchTask> {
    const writer = await this.#writer();
    return ended(index, writer.index(index).deleteDocuments({ filter: filterOf(filters) }));
  }

  override async search(query: Query): Promise<SearchTypes.SearchResult> {
    const [result] = await this.searchMany([query]);
    if (!result) throw new Error("a query without a result");
    return result;
  }

  override async searchMany(queries: Query[]): Promise<SearchTypes.SearchResult[]> {
    const asked = askedOf(queries);
    const reader = await this.#searcher();
    const { results } = await reader
      .multiSearch({ queries: asked.map((one) => one.query) })
      .catch((error: unknown) => {
        throw inMedusasWords(error);
      });
    return resultsOf(queries, asked, results);
  }
}

async function ended(
  index: string,
  enqueued: EnqueuedTaskPromise,
): Promise<SearchTypes.SearchTask> {
  try {
    const { uid, status, error } = await enqueued.waitTask({
      timeout: TASK_TIMEOUT_MS,
      interval: 20,
    });
    if (status === "succeeded") return { id: String(uid), index, status };
    return {
      id: String(uid),
      index,
      status: "failed",
      error: { message: error?.message ?? status },
    };
  } catch (error) {
    throw inMedusasWords(error);
  }
}
