/** The first two pictures of a product: how it lies, and how it looks from near. */
import { ground, HEIGHT, shadow, TABLE_Y, WIDTH } from "./grounds";
import { box, darker, dot, faint, leaf, lighter, mix, oval, place, shape } from "./ink";
import { basket } from "./symbols/craft";
import type { Symbol } from "./symbols/index";

/** What a picture is drawn from. */
export interface Subject {
  symbol: Symbol;
  tint: string;
  /** Decides the composition; products next to each other should differ. */
  variant: number;
}

/** A symbol that stands on the table: its base is 108 of 120, its middle 64. */
function standing(subject: Subject, x: number, scale: number, turn = 0, lift = 0): string {
  const y = TABLE_Y + 26 - lift - 44 * scale;
  return place(x, y, scale, turn, subject.symbol.draw());
}

function alone(subject: Subject): string {
  return shadow(400, TABLE_Y + 28, 196, subject.tint) + standing(subject, 400, 4);
}

function pair(subject: Subject): string {
  return (
    shadow(300, TABLE_Y + 18, 140, subject.tint) +
    shadow(510, TABLE_Y + 32, 158, subject.tint) +
    standing(subject, 296, 2.7, -5, 10) +
    standing(subject, 510, 3.2, 4)
  );
}

function heap(subject: Subject): string {
  const small = 2.15;
  return (
    shadow(400, TABLE_Y + 30, 262, subject.tint) +
    standing(subject, 306, small, -12, 138) +
    standing(subject, 492, small, 10, 138) +
    standing(subject, 400, small, 4, 250) +
    standing(subject, 222, small, 6) +
    standing(subject, 400, small, -4, 0) +
    standing(subject, 578, small, 14)
  );
}

function basketFull(subject: Subject): string {
  return (
    shadow(400, TABLE_Y + 34, 210, subject.tint) +
    standing(subject, 312, 1.75, -14, 150) +
    standing(subject, 490, 1.75, 12, 150) +
    standing(subject, 400, 1.85, 2, 185) +
    place(400, TABLE_Y + 24 - 44 * 3.5, 3.5, 0, basket("#c99a55", false)) +
    standing(subject, 640, 1.5, 10)
  );
}

function onBoard(subject: Subject): string {
  const wood = mix("#c99a62", subject.tint, 0.15);
  return (
    shadow(400, TABLE_Y + 60, 290, subject.tint) +
    box(130, TABLE_Y + 6, 540, 42, 20, wood) +
    box(130, TABLE_Y + 34, 540, 18, 9, darker(wood, 0.24)) +
    dot(176, TABLE_Y + 24, 9, darker(wood, 0.34)) +
    place(400, TABLE_Y + 18 - 44 * 3.7, 3.7, 0, subject.symbol.draw())
  );
}

function onPlate(subject: Subject): string {
  return (
    shadow(400, TABLE_Y + 52, 270, subject.tint) +
    oval(400, TABLE_Y + 26, 260, 48, "#fffaf0") +
    oval(400, TABLE_Y + 20, 200, 30, darker("#fffaf0", 0.07)) +
    place(400, TABLE_Y + 24 - 44 * 3.6, 3.6, 0, subject.symbol.draw())
  );
}

const arrangements = {
  many: [heap, pair, basketFull, alone],
  few: [alone, onBoard, pair, onPlate],
  one: [alone, onBoard],
} as const;

/** Foliage at an edge, so that a lone thing does not float. */
function sprigs(tint: string, variant: number): string {
  if (variant % 3 !== 0) return "";
  const green = mix("#5b7f45", tint, 0.42);
  return faint(
    0.8,
    [0, 1, 2, 3, 4]
      .map((at) =>
        leaf(
          36 + at * 20,
          640 - at * 38,
          128 - at * 9,
          20 + at * 12,
          at % 2 ? green : mix(green, tint, 0.3),
        ),
      )
      .join("") +
      [0, 1, 2]
        .map((at) =>
          leaf(
            790 - at * 22,
            120 - at * 46,
            110 - at * 8,
            200 + at * 16,
            at % 2 ? green : mix(green, tint, 0.3),
          ),
        )
        .join(""),
  );
}

export function hero(subject: Subject): string {
  const choices = arrangements[subject.symbol.lies];
  const arrange = choices[subject.variant % choices.length] ?? alone;
  return (
    ground(subject.tint, subject.variant) + sprigs(subject.tint, subject.variant) + arrange(subject)
  );
}

/** From near: large, cropped, over the goods' own colour. */
export function closeUp(subject: Subject): string {
  const { symbol, tint, variant } = subject;
  const wash = mix(tint, symbol.accent, 0.3);
  const left = variant % 2 === 0;
  const bigX = left ? 330 : 470;
  const farX = left ? 720 : 80;
  return (
    box(0, 0, WIDTH, HEIGHT, 0, wash) +
    dot(bigX, 300, 300, lighter(wash, 0.3)) +
    shape(`M0 ${String(HEIGHT)}V500Q400 430 800 500V${String(HEIGHT)}z`, darker(wash, 0.1)) +
    faint(0.5, place(farX, 150, 2, left ? 16 : -16, symbol.draw())) +
    faint(0.3, oval(bigX, 556, 250, 22, darker(wash, 0.5))) +
    place(bigX, 310, symbol.lies === "one" ? 5 : 5.6, left ? -5 : 5, symbol.draw())
  );
}
