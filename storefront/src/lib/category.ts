import type { Words } from "../i18n";

/** The kinds of goods that the shop can name in both languages. */
const known = [
  "fruit",
  "tea",
  "honey",
  "mushroom",
  "noodle",
  "grain",
  "oil",
  "vegetable",
  "livestock",
  "handicraft",
] as const;

/** The name of a kind; one that we do not know keeps the name that the backend gives. */
export function categoryName(t: Words, key: string, label: string): string {
  const name = known.find((one) => one === key);
  return name ? t(`category.${name}`) : label;
}
