/** How what a buyer is typing may go on. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Query, Reply } from "../../contract/routes";
import { lastWordOf, SHELF_MODULE, type ShelfService } from "../../modules/shelf";

const MOST = 8;

/** Words of the goods on the shelf that begin as the last word does, by characters, pinyin or initials. */
export async function suggestWords(
  scope: MedusaContainer,
  { q }: Query<"GET /store/suggestions">,
): Promise<Reply<"GET /store/suggestions">> {
  const last = lastWordOf(q);
  if (!last) return { suggestions: [] };
  const shelf: ShelfService = scope.resolve(SHELF_MODULE);
  const words = await shelf.wordsFrom(last.word, MOST);
  return {
    suggestions: words.map(({ word, kind, goods }) => ({
      text: last.before ? `${last.before} ${word}` : word,
      kind,
      goods,
    })),
  };
}
