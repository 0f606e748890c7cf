/** The words of the goods: what is suggested while somebody types, and what somebody meant who mistyped. */
import { syllablesOf } from "./pinyin";
import { runsOf, wordsOf } from "./words";

/** What a word names. */
export type WordKind = "good" | "place" | "category";

/** A word of the goods on the shelf, with its spelling in Latin letters. */
export interface Word {
  word: string;
  spelling: string;
  /** Empty for a word of one syllable. */
  initials: string;
  kind: WordKind;
  /** How many goods carry it. */
  goods: number;
}

const LONGEST = 12;

/** A word with its pinyin and initials. */
export function spelledWord(word: string): Pick<Word, "word" | "spelling" | "initials"> {
  const syllables = syllablesOf(word);
  const initials = syllables.length > 1 ? syllables.map((one) => one.slice(0, 1)).join("") : "";
  return { word, spelling: syllables.join(""), initials };
}

/**
 * The words of one good. Nothing of households and nothing of the description is among them.
 *
 * @param texts.places names of county and townships
 */
export function vocabularyOf(texts: {
  title: string;
  title_en: string;
  category: string;
  places: readonly string[];
}): Map<string, WordKind> {
  const words = new Map<string, WordKind>();
  for (const word of [...wordsOf(texts.title), ...wordsOf(texts.title_en)]) {
    if (/\p{N}/u.test(word) || word.length > LONGEST || /^[a-z]{1,3}$/.test(word)) continue;
    words.set(word, "good");
  }
  words.set(texts.category, "category");
  for (const place of texts.places) {
    words.set(place, "place");
    const short = place.replace(/(?<=..)[县市区镇乡]$/u, "");
    words.set(short, "place");
  }
  return words;
}

/**
 * Divides what was typed so far into what is done and the word that is being typed.
 *
 * @returns null when nothing is being typed
 */
export function lastWordOf(typed: string): { before: string; word: string } | null {
  const last = runsOf(typed).at(-1);
  if (!last) return null;
  const plain = typed.normalize("NFKC").toLowerCase();
  return { before: plain.slice(0, plain.lastIndexOf(last.text)).trim(), word: last.text };
}

/**
 * What somebody may have meant whose words were not found: each part that no good carries becomes the
 * nearest word that one does.
 *
 * @param typed as it was typed
 * @param words of the goods on the shelf
 * @returns null when every part is known, or nothing is near
 */
export function didYouMean(typed: string, words: readonly Word[]): string | null {
  const runs = runsOf(typed);
  const meant = runs.map((run) =>
    run.han ? hanMeant(run.text, words) : latinMeant(run.text, words),
  );
  if (meant.every((one, at) => one === (runs[at]?.text ?? ""))) return null;
  return meant.join(" ");
}

/** A run of Chinese: the whole of it, or each part that the dictionary sees and no good carries. */
function hanMeant(run: string, words: readonly Word[]): string {
  const known = new Set(words.map((one) => one.word));
  if (known.has(run)) return run;
  const whole = nearest(words, (one) => hanDistance(run, one));
  if (whole) return whole;
  return unknownParts(run, known)
    .map((part) =>
      known.has(part) ? part : (nearest(words, (one) => hanDistance(part, one)) ?? part),
    )
    .join("");
}

/** Parts of a run; neighbours that no good carries stand together. */
function unknownParts(run: string, known: ReadonlySet<string>): string[] {
  const parts: string[] = [];
  let rest = "";
  const words = wordsOf(run).filter((word) => known.has(word));
  for (let at = 0; at < run.length;) {
    const word = words.find((one) => run.startsWith(one, at));
    if (word) {
      if (rest) parts.push(rest);
      parts.push(word);
      rest = "";
    } else {
      rest += run[at] ?? "";
    }
    at += word?.length ?? 1;
  }
  return rest ? [...parts, rest] : parts;
}

/** How far a Chinese word is from what was typed; null when it is too far. */
function hanDistance(typed: string, { word, spelling }: Word): number | null {
  const length = Array.from(typed).length;
  if (length < 2 || Math.abs(Array.from(word).length - length) > 1) return null;
  const sound = editDistance(syllablesOf(typed).join(""), spelling);
  if (sound === 0) return 0;
  const characters = editDistance(typed, word);
  const near = characters <= Math.max(1, Math.floor(length / 3)) && characters < length;
  return near && sound <= 3 ? characters + sound / 10 : null;
}

/** A run of letters: pinyin, initials or a word, mistyped by one or two letters. */
function latinMeant(run: string, words: readonly Word[]): string {
  const known = words.some(
    (one) => one.word.startsWith(run) || one.spelling.startsWith(run) || one.initials === run,
  );
  if (known || run.length < 3) return run;
  const most = run.length < 6 ? 1 : 2;
  const meant = nearest(words, (one) => {
    if (Math.abs(one.spelling.length - run.length) > most) return null;
    const distance = editDistance(run, one.spelling);
    return distance <= most ? distance : null;
  });
  return meant ?? run;
}

function nearest(words: readonly Word[], distanceOf: (word: Word) => number | null): string | null {
  const near = words.flatMap((word) => {
    const distance = distanceOf(word);
    return distance === null ? [] : [{ word, distance }];
  });
  const [best] = near.sort((a, b) => a.distance - b.distance || b.word.goods - a.word.goods);
  return best?.word.word ?? null;
}

/** Insertions, deletions, substitutions and swaps of neighbours between two texts. */
export function editDistance(a: string, b: string): number {
  const [from, to] = [Array.from(a), Array.from(b)];
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      const costs = [
        (current[column - 1] ?? 0) + 1,
        (above[column] ?? 0) + 1,
        (above[column - 1] ?? 0) + same,
      ];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && swapped) costs.push((before[column - 2] ?? 0) + 1);
      current.push(Math.min(...costs));
    }
    before = above;
    above = current;
  }
  return above[to.length] ?? 0;
}
