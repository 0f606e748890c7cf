/** One drawn symbol for each kind of goods, for those without a picture. */
import type { ComponentType } from "react";

import { Basket } from "./basket";
import { Grain, Noodle, Oil, Vegetable } from "./field";
import { Honey, Mushroom, Orange, Tea } from "./hill";
import { Handicraft, Livestock } from "./yard";

/** A drawing scales with its class. */
export type Drawn = ComponentType<{ className?: string }>;

const drawings: Record<string, { Drawing: Drawn; ground: string }> = {
  fruit: { Drawing: Orange, ground: "bg-ground-orange" },
  tea: { Drawing: Tea, ground: "bg-ground-leaf" },
  honey: { Drawing: Honey, ground: "bg-ground-straw" },
  mushroom: { Drawing: Mushroom, ground: "bg-ground-clay" },
  noodle: { Drawing: Noodle, ground: "bg-ground-straw" },
  grain: { Drawing: Grain, ground: "bg-ground-straw" },
  oil: { Drawing: Oil, ground: "bg-ground-orange" },
  vegetable: { Drawing: Vegetable, ground: "bg-ground-leaf" },
  livestock: { Drawing: Livestock, ground: "bg-ground-clay" },
  handicraft: { Drawing: Handicraft, ground: "bg-ground-clay" },
};

/** The drawing of a kind, and the tint behind it; a basket for kinds that we do not know. */
export function drawingOf(category: string): { Drawing: Drawn; ground: string } {
  return drawings[category] ?? { Drawing: Basket, ground: "bg-ground-clay" };
}
