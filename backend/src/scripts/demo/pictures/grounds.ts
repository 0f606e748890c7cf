/** The ground behind the goods: a tint, a light behind, hills or a window, and a table. */
import { box, darker, dot, faint, lighter, line, oval, shape } from "./ink";

export const WIDTH = 800;
export const HEIGHT = 600;
/** Where things stand. */
export const TABLE_Y = 462;

function hills(tint: string): string {
  return (
    shape("M0 380C120 280 220 300 330 360S560 250 800 350V600H0z", darker(tint, 0.06)) +
    shape("M0 430C160 350 300 400 430 410S680 340 800 400V600H0z", darker(tint, 0.1))
  );
}

function rows(tint: string): string {
  const furrows = Array.from({ length: 9 }, (_, at) =>
    line(`M400 300L${String(-200 + at * 150)} 600`, darker(tint, 0.09), 5),
  ).join("");
  return shape("M0 320Q400 270 800 320V600H0z", darker(tint, 0.05)) + furrows;
}

function arch(tint: string): string {
  return (
    shape("M220 470V260a180 180 0 0 1 360 0v210z", lighter(tint, 0.55)) +
    line("M400 84v386M220 280h360", darker(tint, 0.05), 7)
  );
}

function table(tint: string, cloth: boolean): string {
  const top =
    box(0, TABLE_Y - 22, WIDTH, HEIGHT, 0, darker(tint, 0.14)) +
    box(0, TABLE_Y - 22, WIDTH, 7, 0, darker(tint, 0.22));
  if (!cloth) return top;
  const weave = Array.from({ length: 14 }, (_, at) =>
    line(`M${String(-60 + at * 70)} 600L${String(20 + at * 60)} 446`, lighter(tint, 0.5), 4),
  ).join("");
  return top + faint(0.55, weave);
}

/** @param variant any whole number: which of the grounds */
export function ground(tint: string, variant: number): string {
  const sky = box(0, 0, WIDTH, HEIGHT, 0, tint);
  const sun = dot(400, 268, 214, lighter(tint, 0.55));
  switch (variant % 5) {
    case 0:
      return sky + sun + table(tint, false);
    case 1:
      return sky + dot(610, 150, 74, lighter(tint, 0.7)) + hills(tint);
    case 2:
      return sky + arch(tint) + table(tint, false);
    case 3:
      return sky + sun + table(tint, true);
    default:
      return sky + dot(190, 140, 66, lighter(tint, 0.7)) + rows(tint);
  }
}

/** The soft shadow under something that stands at (x, y). */
export function shadow(x: number, y: number, halfWidth: number, tint: string): string {
  return faint(0.55, oval(x, y, halfWidth, halfWidth * 0.11, darker(tint, 0.4)));
}
