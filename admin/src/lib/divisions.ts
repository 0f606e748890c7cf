/** The division tree as an official sees it. */
import type { Reply } from "@yigou/backend/contract";

/** One division with its number of households. */
export type Division = Reply<"GET /official/divisions">["divisions"][number];

const DIGITS = { province: 2, city: 4, county: 6, township: 9, village: 12 } as const;

/** The code prefix that stands for a whole division. */
export function scopeOf(division: Division): string {
  return division.code.slice(0, DIGITS[division.level]);
}

/** The division that a scope stands for, if it is in the tree. */
export function findDivision(tree: readonly Division[], scope: string): Division | undefined {
  return tree.find((one) => scopeOf(one) === scope || one.code === scope);
}

/** A division and everything above it that the official may see, from the top. */
export function pathTo(tree: readonly Division[], scope: string): Division[] {
  const path: Division[] = [];
  let next = findDivision(tree, scope);
  while (next && !path.includes(next)) {
    path.unshift(next);
    const parent = next.parent_code;
    next = parent === null ? undefined : tree.find((one) => one.code === parent);
  }
  return path;
}

/** The divisions right under another; with null, the tops of the tree. */
export function childrenOf(tree: readonly Division[], parent: Division | null): Division[] {
  if (parent) return tree.filter((one) => one.parent_code === parent.code);
  const known = new Set(tree.map((one) => one.code));
  return tree.filter((one) => one.parent_code === null || !known.has(one.parent_code));
}
