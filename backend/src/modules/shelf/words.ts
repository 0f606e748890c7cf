/**
 * The words under which a good is found, and the query of what a buyer types.
 * Both are built here as PostgreSQL literals, so that no parser of the database has a say in Chinese.
 */
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";

import { syllablesOf } from "./pinyin";

/** The texts of a good, by how much a hit in them counts. */
export interface SearchTexts {
  title: string;
  title_en: string;
  /**
   * County, townships, category, aliases. Not the cooperative: its name speaks of goods that this one is not,
   * and the list has a filter for it.
   */
  names: readonly string[];
  description: string;
}

/** A fact of a document that a filter may ask for, as a word of its own: `=county:360722`. */
export function tagOf(field: string, value: string): string {
  return `=${field}:${value}`;
}

/** A `tsquery` literal that asks for one fact. */
export function tagQuery(field: string, value: string): string {
  return quote(tagOf(field, value));
}

type Weight = "A" | "B" | "D";

let segmenter: Jieba | undefined;

/** Loading the dictionary takes 0.2 s and 60 MB: only a process that searches pays for it, once. */
function jieba(): Jieba {
  segmenter ??= Jieba.withDict(dict);
  return segmenter;
}

/** PostgreSQL takes up to 256 positions for a word and 16383 in all. */
const LAST_POSITION = 16_000;
const LONGEST_WORD = 60;

/**
 * The search document of a good.
 *
 * @param texts the good's texts
 * @param tags facts that filters may ask for, from `tagOf`
 * @returns a `tsvector` literal: words, single characters in order, pinyin and initials, and the tags
 */
export function searchDocument(texts: SearchTexts, tags: readonly string[] = []): string {
  const words = new Map<string, Map<number, Weight>>();
  let position = 1;
  const add = (word: string, at: number, weight: Weight) => {
    if (word.length > LONGEST_WORD || at > LAST_POSITION) return;
    const places = words.get(word) ?? new Map<number, Weight>();
    if (!places.has(at) && places.size < 200) places.set(at, weight);
    words.set(word, places);
  };
  const read = (text: string, weight: Weight, spelled: boolean) => {
    for (const run of runsOf(text)) {
      const start = position;
      if (run.han) {
        // Single characters keep their order, so that any part of a name can be asked for.
        for (const character of run.text) add(character, position++, weight);
        for (const word of jieba().cutForSearch(run.text, true)) add(word, start, weight);
        if (spelled) for (const word of spellings(run.text)) add(word, start, weight);
      } else {
        add(run.text, position++, weight);
      }
    }
    // A gap, so that a phrase never runs from one text into the next.
    position += 2;
  };
  read(texts.title, "A", true);
  read(texts.title_en, "A", false);
  for (const name of texts.names) read(name, "B", true);
  read(texts.description, "D", false);
  const spelled = [...words].map(([word, places]) => `${quote(word)}:${placesOf(places)}`);
  return [...spelled, ...new Set(tags.map(quote))].join(" ");
}

function placesOf(places: ReadonlyMap<number, Weight>): string {
  return [...places].map(([at, weight]) => `${at}${weight === "D" ? "" : weight}`).join(",");
}

/**
 * The words of a text for an engine that knows no Chinese: characters one by one, pinyin and initials.
 *
 * @returns words in no order that matters
 */
export function spelledWords(text: string): string[] {
  return runsOf(text).flatMap((run) =>
    run.han ? [...Array.from(run.text), ...spellings(run.text)] : [],
  );
}

/** The words of a text as the dictionary divides it; single characters are left out. */
export function wordsOf(text: string): string[] {
  const words = runsOf(text).flatMap((run) => (run.han ? jieba().cut(run.text, true) : [run.text]));
  return [...new Set(words.filter((word) => Array.from(word).length > 1))];
}

/** Pinyin and initials of a run: of each word, of neighbours together, and of the whole. */
function spellings(run: string): Set<string> {
  const parts = jieba()
    .cut(run, true)
    .map((word) => syllablesOf(word));
  const groups = [...parts, syllablesOf(run)];
  for (let i = 0; i + 1 < parts.length; i += 1)
    groups.push([...(parts[i] ?? []), ...(parts[i + 1] ?? [])]);
  const spelled = new Set<string>();
  for (const syllables of groups) {
    if (syllables.length === 0) continue;
    spelled.add(syllables.join(""));
    if (syllables.length > 1)
      spelled.add(syllables.map((syllable) => syllable.slice(0, 1)).join(""));
  }
  return spelled;
}

/**
 * The search query of what a buyer typed: every part must be found.
 *
 * @param typed free text: Chinese, pinyin, initials, English, mixed
 * @param joined whether every part must be found, or one
 * @returns a `tsquery` literal; null when there is nothing to look for
 */
export function searchQuery(typed: string, joined: "&" | "|" = "&"): string | null {
  const terms = runsOf(typed).flatMap((run) =>
    run.han ? hanTerms(run.text) : [`${quote(run.text)}:*`],
  );
  return terms.length > 0 ? terms.join(` ${joined} `) : null;
}

/** Each word of a run as the dictionary knows it, or its characters one after the other. */
function hanTerms(run: string): string[] {
  return jieba()
    .cut(run, true)
    .map((word) => {
      const characters = Array.from(word, quote);
      return characters.length > 1
        ? `(${quote(word)} | (${characters.join(" <-> ")}))`
        : quote(word);
    });
}

interface Run {
  text: string;
  han: boolean;
}

/** Runs of Han characters, and runs of other letters and digits; all else divides. */
export function runsOf(text: string): Run[] {
  const plain = text.normalize("NFKC").toLowerCase();
  return [...plain.matchAll(/(\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu)].map(
    (match) => ({
      text: match[0],
      han: match[1] !== undefined,
    }),
  );
}

function quote(word: string): string {
  return `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
