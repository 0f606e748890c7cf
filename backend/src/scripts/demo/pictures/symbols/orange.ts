/** Oranges: whole, cut, dried. */
import { darker, dot, fruit, leaf, lighter, line, shape, turn } from "../ink";

const LEAF = "#5b7f45";

function pores(points: readonly (readonly [number, number])[], fill: string): string {
  return points.map(([x, y]) => dot(x, y, 1.9, fill)).join("");
}

export function orange(skin = "#e9822b", leaves = 1): string {
  return (
    fruit(60, 68, 40, skin) +
    pores(
      [
        [38, 76],
        [56, 86],
        [70, 60],
        [48, 62],
        [76, 82],
        [60, 72],
      ],
      lighter(skin, 0.32),
    ) +
    line("M60 31l-2-9", "#6b4a2b", 4) +
    leaf(60, 30, 30, 62, LEAF) +
    (leaves > 1 ? leaf(59, 30, 24, -58, "#7fa35f") : "")
  );
}

/** A cut face with its segments. */
export function citrusFace(cx: number, cy: number, r: number, skin: string, flesh: string): string {
  const segments = Array.from({ length: 9 }, (_, at) => {
    const wedge = `M${String(cx)} ${String(cy - r * 0.12)}L${String(cx - r * 0.25)} ${String(cy - r * 0.66)}Q${String(cx)} ${String(cy - r * 0.86)} ${String(cx + r * 0.25)} ${String(cy - r * 0.66)}z`;
    return turn(cx, cy, at * 40, shape(wedge, at % 2 ? flesh : darker(flesh, 0.06)));
  }).join("");
  return (
    dot(cx, cy, r, skin) +
    dot(cx, cy, r * 0.9, lighter(flesh, 0.78)) +
    segments +
    dot(cx, cy, r * 0.1, "#fdf3dd")
  );
}

export function orangeHalf(skin = "#e9822b", flesh = "#f4a340"): string {
  return (
    fruit(46, 58, 33, skin) +
    line("M46 27l-2-8", "#6b4a2b", 3.6) +
    leaf(46, 27, 24, 58, LEAF) +
    citrusFace(78, 82, 28, skin, flesh)
  );
}

export function orangeDried(): string {
  return (
    citrusFace(44, 46, 27, "#b9611c", "#d98a35") +
    citrusFace(80, 60, 25, "#a9551a", "#cf7d2c") +
    citrusFace(50, 86, 26, "#c26b22", "#e09a45")
  );
}
