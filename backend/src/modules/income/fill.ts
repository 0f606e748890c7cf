/** Fills an amount into leaves in proportion to the room that each has. Pure. */
import type { Fen } from "../../contract/fen";
import { allocate } from "../../contract/split";
import type { LeafStanding } from "./types";

/** So much of a leaf. */
export interface Taken {
  leaf: LeafStanding;
  amount_fen: Fen;
}

/** So much room on a leaf. */
export interface Room {
  leaf: LeafStanding;
  room: Fen;
}

/** Fills rooms in proportion to their size, never beyond; all of them when the amount covers them. */
export function fill(amount_fen: Fen, rooms: readonly Room[]): Taken[] {
  const open = rooms.filter(({ room }) => room > 0);
  const capacity = open.reduce((all, { room }) => all + room, 0);
  const wanted = Math.min(amount_fen, capacity);
  if (wanted <= 0) return [];
  const parts = allocate(
    wanted,
    open.map(({ leaf, room }) => ({ id: leaf.id, weight: room })),
  );
  return open
    .map(({ leaf }, i) => ({ leaf, amount_fen: parts[i] ?? 0 }))
    .filter((t) => t.amount_fen > 0);
}

/** One entry for each leaf. */
export function merge(taken: readonly Taken[]): Taken[] {
  const byLeaf = new Map<string, Taken>();
  for (const { leaf, amount_fen } of taken) {
    byLeaf.set(leaf.id, { leaf, amount_fen: amount_fen + (byLeaf.get(leaf.id)?.amount_fen ?? 0) });
  }
  return [...byLeaf.values()];
}

/** The sum of what was taken. */
export function sum(taken: readonly Taken[]): Fen {
  return taken.reduce((all, t) => all + t.amount_fen, 0);
}
