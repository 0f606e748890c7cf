/** What buyers search for, and on which page of it they look. */
import type { BenchGood } from "./goods";

/** Words that goods of the five places carry; those that no title holds are left out. */
const WORDS = ["脐橙", "蜂蜜", "米粉", "红薯", "茶", "笋", "菌", "花生"];

/** Goods of a page. */
export const PAGE = 12;
/** So many pages of what each word finds are looked at. */
const PAGES = 20;

/** The words to search for. */
export function wordsOf(goods: BenchGood[]): string[] {
  return WORDS.filter((word) => goods.some((good) => good.title.includes(word)));
}

/** How often all words and pages came before. */
export function roundOf(words: readonly string[], n: number): number {
  return Math.floor(n / (words.length * PAGES));
}

/** The next page of what is found with every round of the words. */
export function offsetOf(words: readonly string[], n: number): number {
  return (Math.floor(n / words.length) % PAGES) * PAGE;
}
