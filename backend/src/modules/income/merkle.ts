/**
 * The tree over the leaves of a block, as in RFC 6962: 01 before two joined hashes, and an odd node goes
 * up as it is, so that no list of leaves has the root of another. Pure; the leaves carry their own 00.
 */
import { hash } from "node:crypto";

const JOINED = Buffer.of(1);

function join(left: Buffer, right: Buffer): Buffer {
  return hash("sha256", Buffer.concat([JOINED, left, right]), "buffer");
}

/** Every level of the tree, leaves first, the root last and alone. */
function levels(leaves: readonly Buffer[]): (readonly Buffer[])[] {
  const all: (readonly Buffer[])[] = [leaves];
  for (let level = leaves; level.length > 1;) {
    const next: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left) next.push(right ? join(left, right) : left);
    }
    all.push(next);
    level = next;
  }
  return all;
}

/**
 * The root over some leaves.
 *
 * @param leaves at least one
 */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const root = levels(leaves).at(-1)?.[0];
  if (!root) throw new Error("a block without leaves has no root");
  return root;
}

/**
 * The neighbours on the way from a leaf to the root.
 *
 * @param index from 0, less than the number of leaves
 * @returns lowest first, as `rootOf` in the contract walks them
 */
export function merklePath(leaves: readonly Buffer[], index: number): Buffer[] {
  let at = index;
  return levels(leaves).flatMap((level) => {
    const neighbour = level[at % 2 === 0 ? at + 1 : at - 1];
    at = Math.floor(at / 2);
    return neighbour && level.length > 1 ? [neighbour] : [];
  });
}

/** Cuts the leaves of a block, which are stored one after the other. */
export function cutLeaves(stored: Buffer): Buffer[] {
  const count = Math.floor(stored.length / 32);
  return Array.from({ length: count }, (_, at) => stored.subarray(at * 32, at * 32 + 32));
}
