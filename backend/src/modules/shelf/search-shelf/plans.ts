/** Which statements a connection plans once and keeps: planning a page takes longer than reading it. */
import { createHash } from "node:crypto";

import type { SearchTypes } from "@medusajs/framework/types";

import type { Statement } from "./statement";

/** Each connection keeps so many plans at most; what else is asked is planned each time. */
const MOST = 200;

/** Names under which connections keep plans, by what is asked; the same in every connection of a process. */
export class Plans {
  readonly #names = new Map<string, string>();

  /**
   * @param queries what the statement was made of
   * @returns null for one that is planned for its own values: words are rare or frequent, a page is a page
   */
  nameOf({ sql }: Statement, queries: readonly SearchTypes.ProviderSearchQuery[]): string | null {
    const isPage = queries.every(
      ({ q, search_options }) => !q?.trim() && (search_options?.facets ?? []).length === 0,
    );
    if (!isPage) return null;
    const known = this.#names.get(sql);
    if (known !== undefined || this.#names.size >= MOST) return known ?? null;
    const name = `shelf-${createHash("sha256").update(sql).digest("hex").slice(0, 24)}`;
    this.#names.set(sql, name);
    return name;
  }
}
