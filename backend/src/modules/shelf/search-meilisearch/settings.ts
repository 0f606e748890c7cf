/** What Meilisearch is told of an index, and the words that are added to a document for it. */
import type { SearchTypes } from "@medusajs/framework/types";
import type { Settings } from "meilisearch" with { "resolution-mode": "import" };

import { spelledWords } from "../words";

type Definition = SearchTypes.ResolvedSearchIndexDefinition;

/** Up to so many hits are counted. */
export const MOST = 1_000;
const MOST_VALUES = 100;
/** Texts of this weight and less are not spelled out: a description would be found by any initials. */
const UNSPELLED_WEIGHT = 1;

/** Settings of an index by its definition. */
export function settingsOf({ fields }: Definition): Settings {
  const named = Object.entries(fields);
  const searchable = named
    .filter(([, field]) => field.searchable)
    .sort(([, a], [, b]) => weightOf(b) - weightOf(a));
  return {
    searchableAttributes: searchable.flatMap(([name, field]) =>
      isSpelled(field) ? [name, spelledName(name)] : [name],
    ),
    displayedAttributes: named
      .filter(([, field]) => field.retrievable !== false)
      .map(([name]) => name),
    filterableAttributes: named
      .filter(([, field]) => field.filterable ?? field.facetable)
      .map(([name]) => name),
    sortableAttributes: named.filter(([, field]) => field.sortable).map(([name]) => name),
    // An order that was asked for decides before the words do; where none was, the standing decides last.
    rankingRules: [
      ...["sort", "words", "typo", "proximity", "attribute", "exactness"],
      ...["standing:desc", "listed_at:desc"],
    ],
    localizedAttributes: [
      { attributePatterns: ["title", "names", "description"], locales: ["cmn"] },
    ],
    typoTolerance: { enabled: true },
    faceting: { maxValuesPerFacet: MOST_VALUES, sortFacetValuesBy: { "*": "count" } },
    pagination: { maxTotalHits: MOST },
  };
}

/** A document with the characters, pinyin and initials of its Chinese texts. */
export function documentOf(
  document: SearchTypes.SearchDocument,
  { fields }: Definition,
): SearchTypes.SearchDocument {
  const spelled = Object.entries(fields).flatMap(([name, field]) => {
    if (!field.searchable || !isSpelled(field)) return [];
    const text: unknown = document[name];
    const texts: unknown[] = Array.isArray(text) ? text : [text];
    const words = texts.flatMap((one) => (typeof one === "string" ? spelledWords(one) : []));
    return [[spelledName(name), [...new Set(words)].join(" ")] as const];
  });
  return { ...document, ...Object.fromEntries(spelled) };
}

function weightOf(field: SearchTypes.SearchFieldDefinition): number {
  return typeof field.searchable === "object" ? (field.searchable.weight ?? 1) : 1;
}

function isSpelled(field: SearchTypes.SearchFieldDefinition): boolean {
  return weightOf(field) > UNSPELLED_WEIGHT;
}

function spelledName(name: string): string {
  return `${name}_spelled`;
}
