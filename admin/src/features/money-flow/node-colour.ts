/** One colour for each kind of node, the same in picture and table. */
import type { Colour } from "../../ui/tokens";

import type { FlowNode } from "./stages";

/** The token of a node's colour. */
export function nodeColour(node: FlowNode): Colour {
  if (node.startsWith("household_")) return "tea";
  switch (node) {
    case "buyers":
    case "entries":
      return "persimmon";
    case "service":
    case "borne":
      return "clay";
    case "packing":
    case "freight":
    case "shipping":
      return "water";
    case "expected":
    case "earned":
      return "straw";
    case "settled":
    case "paid":
    case "confirmed":
      return "tea";
    default:
      return "ink-3";
  }
}
