/** What the ledger's bench is made of: items, each a file in `items/`, with targets beside figures. */
import type { BenchServer } from "./server";

/** A bound that a figure should keep. */
export interface Target {
  is: "at least" | "at most";
  value: number;
}

/** One figure of an item. */
export interface Finding {
  what: string;
  figure: number;
  unit: string;
  /** None for figures that only explain another. */
  target?: Target;
  /** How it was taken, in a few words. */
  note?: string;
}

/** What an item works with. */
export interface Bench {
  server: BenchServer;
  /** Comparisons are made so often, in turn; medians are told. */
  rounds: number;
  /** 1 is the size that the targets speak of; smaller for a quick look. */
  scale: number;
}

/** Something measured. */
export interface Item {
  /** For `--only`. */
  name: string;
  title: string;
  run: (bench: Bench) => Promise<Finding[]>;
}

/** Whether a figure keeps its bound; true without one. */
export function isMet({ figure, target }: Finding): boolean {
  if (!target) return true;
  return target.is === "at least" ? figure >= target.value : figure <= target.value;
}
