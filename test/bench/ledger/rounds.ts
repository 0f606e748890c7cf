/** Comparisons in turn: each round measures every side once, so that a slow minute hits all of them. */
import { say } from "../../../backend/local/say";
import { median } from "../report";
import type { Bench } from "./item";

/** Sides by their names; each is given the number of the round and answers its figure. */
export type Sides<Name extends string> = Readonly<Record<Name, (round: number) => Promise<number>>>;

/** The figures of all rounds. */
export interface Rounds<Name extends string> {
  /** Median of a side. */
  of: (side: Name) => number;
  /** Median over the rounds of one side's figure over the other's in the same round. */
  ratio: (over: Name, under: Name) => number;
}

/** Measures all sides in every round; round 0 warms up and does not count. */
export async function inTurn<Name extends string>(
  { server, rounds }: Bench,
  names: readonly Name[],
  sides: Sides<Name>,
): Promise<Rounds<Name>> {
  const figures: Record<string, number>[] = [];
  for (let round = 0; round <= rounds; round++) {
    const found: Record<string, number> = {};
    for (const name of names) {
      await server.checkpoint();
      found[name] = await sides[name](round);
    }
    const told = names
      .map((name) => `${name} ${Math.round(found[name] ?? 0).toString()}`)
      .join(", ");
    say(`  ${round === 0 ? "warm-up" : `round ${round.toString()}`}: ${told}`);
    if (round > 0) figures.push(found);
  }
  const all = (name: Name): number[] => figures.map((found) => found[name] ?? Number.NaN);
  return {
    of: (side) => median(all(side)),
    ratio: (over, under) => {
      const below = all(under);
      return median(all(over).map((figure, i) => figure / (below[i] ?? Number.NaN)));
    },
  };
}
