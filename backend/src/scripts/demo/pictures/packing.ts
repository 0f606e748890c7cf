/** The third picture: how it comes to the door, with a plain label. */
import type { Packing } from "../data/goods/shape";
import { bottle, carton, gift, jar } from "./boxes";
import { ground } from "./grounds";
import type { Subject } from "./hero";
import type { Draw, Label } from "./label";
import { frame, paper, pouch, sack, tin, tray } from "./wraps";

const drawings: Readonly<Record<Packing, Draw>> = {
  carton,
  gift,
  jar,
  bottle,
  pouch,
  tin,
  tray,
  sack,
  paper,
  frame,
};

export function packed(subject: Subject, packing: Packing, text: Label): string {
  return ground(subject.tint, subject.variant + 3) + drawings[packing](subject, text);
}
