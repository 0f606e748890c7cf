/** What a buyer meant whose words nothing carries. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { didYouMean, SHELF_MODULE, type ShelfService, type Word } from "../../modules/shelf";

const MOST_WORDS = 20_000;
const FRESH_MS = 5_000;

let known: { words: Word[]; until: number } | undefined;

async function words(scope: MedusaContainer): Promise<Word[]> {
  if (known && known.until > Date.now()) return known.words;
  const shelf: ShelfService = scope.resolve(SHELF_MODULE);
  known = { words: await shelf.allWords(MOST_WORDS), until: Date.now() + FRESH_MS };
  return known.words;
}

/**
 * The nearest words under which something is found.
 *
 * @param typed what found nothing
 * @param finds whether other words find anything, other filters as they are
 * @returns null when nothing near finds anything
 */
export async function meantBy(
  scope: MedusaContainer,
  typed: string,
  finds: (meant: string) => Promise<boolean>,
): Promise<string | null> {
  const meant = didYouMean(typed, await words(scope));
  return meant !== null && (await finds(meant)) ? meant : null;
}
