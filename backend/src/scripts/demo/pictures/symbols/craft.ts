/** What hands make: weaving, embroidery, carving, joinery. */
import { box, darker, dot, leaf, lighter, line, oval, shape, turn } from "../ink";

/** A woven basket; also holds other goods. */
export function basket(straw = "#c99a55", handle = true): string {
  const weave = Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: 9 }, (_unused, at) => {
      const spread = 40 - row * 2.6;
      return box(
        60 - spread + (at * 2 * spread) / 9,
        66 + row * 8.4,
        (2 * spread) / 9 - 1.2,
        7.2,
        2.4,
        (row + at) % 2 ? straw : darker(straw, 0.18),
      );
    }).join(""),
  ).join("");
  return (
    (handle
      ? line("M22 64C22 8 98 8 98 64", darker(straw, 0.2), 6) +
        line("M22 64C22 8 98 8 98 64", lighter(straw, 0.25), 2)
      : "") +
    shape("M16 62h88l-12 44c-14 6-50 6-64 0z", darker(straw, 0.3)) +
    weave +
    box(13, 57, 94, 10, 5, lighter(straw, 0.16)) +
    line(
      "M20 62l6-4M32 62l6-4M44 62l6-4M56 62l6-4M68 62l6-4M80 62l6-4M92 62l6-4",
      darker(straw, 0.2),
      1.8,
    )
  );
}

export function band(): string {
  const cloth = (x: number, y: number, turned: number, main: string, trim: string): string => {
    const motif = Array.from({ length: 8 }, (_, at) =>
      shape(`M${String(x - 40 + at * 10)} ${String(y)}l5-7 5 7-5 7z`, at % 2 ? "#fbf3dc" : trim),
    ).join("");
    return turn(
      x,
      y,
      turned,
      box(x - 46, y - 13, 92, 26, 2, main) +
        box(x - 46, y - 13, 92, 4, 1, trim) +
        box(x - 46, y + 9, 92, 4, 1, trim) +
        motif +
        Array.from({ length: 6 }, (_, at) =>
          line(`M${String(x + 46)} ${String(y - 10 + at * 4)}h11`, at % 2 ? trim : main, 1.8),
        ).join(""),
    );
  };
  return (
    cloth(54, 88, 6, "#2f4a5c", "#d8a23c") +
    cloth(58, 60, -14, "#a8372b", "#e0b455") +
    cloth(52, 34, 10, "#47693a", "#e6c46c")
  );
}

export function mat(): string {
  const slats = Array.from({ length: 17 }, (_, at) =>
    box(14 + at * 5, 34, 4.2, 70, 1, at % 2 ? "#d6be82" : "#c6ab69"),
  ).join("");
  return (
    slats +
    line("M14 48h84M14 70h84M14 92h84", "#8d7a45", 2) +
    box(92, 30, 17, 78, 8, "#b99d5b") +
    oval(100.5, 34, 8, 4.4, "#8d7a45") +
    oval(100.5, 34, 4.6, 2.4, "#d6be82") +
    oval(46, 66, 17, 9, "#fffaf0") +
    oval(46, 64, 13, 5.6, "#c9903c") +
    box(37, 66, 18, 11, 5, "#fffaf0")
  );
}

export function bridge(): string {
  const posts = [24, 36, 48, 60, 72, 84, 96]
    .map((x) => box(x - 1.8, 48, 3.6, 18, 1, "#7a4a28"))
    .join("");
  return (
    shape("M4 108c10-34 30-44 56-44s46 10 56 44h-16c-6-18-20-26-40-26s-34 8-40 26z", "#a06f40") +
    line(
      "M14 106L42 70M30 104l20-32M106 106L78 70M90 104L70 72M42 70h36M48 82h24",
      "#6b4224",
      4.4,
    ) +
    box(14, 62, 92, 7, 2, "#8a5a34") +
    posts +
    shape("M6 48C22 44 30 34 40 32h40c10 2 18 12 34 16z", "#4d4a44") +
    shape("M34 33c10-2 14-12 26-13 12 1 16 11 26 13z", "#5d5951") +
    line("M14 46c14-3 20-8 28-12M106 46c-14-3-20-8-28-12M42 40h36", "#7b766b", 2) +
    line("M6 112q10-5 20 0t20 0 20 0 20 0 20 0", "#7ba0ac", 3)
  );
}

/** A round hoop with a field, a blossom branch and a canal in crossing stitches. */
export function embroidery(): string {
  const stitches = Array.from({ length: 70 }, (_, at) => {
    const x = 28 + ((at * 37) % 64);
    const y = 66 + ((at * 23) % 34);
    const inside = (x - 60) ** 2 + (y - 66) ** 2 < 1300;
    return inside
      ? line(
          `M${String(x)} ${String(y)}l${String(4 + (at % 3))} ${String((at % 5) - 2)}`,
          ["#7fa35f", "#a9c25f", "#d8b04a", "#5b7f45"][at % 4] ?? "#7fa35f",
          1.9,
        )
      : "";
  }).join("");
  const blossoms = [
    [44, 44],
    [56, 38],
    [68, 46],
    [78, 40],
    [84, 52],
    [50, 54],
  ]
    .map(
      ([x = 0, y = 0]) =>
        Array.from({ length: 5 }, (_, at) =>
          turn(x, y, at * 72, oval(x, y - 4, 2.6, 3.8, "#e99aa8")),
        ).join("") + dot(x, y, 1.8, "#e0a11b"),
    )
    .join("");
  return (
    dot(60, 66, 47, "#a97a48") +
    dot(60, 66, 42, "#fbf6ea") +
    dot(60, 66, 38, "#eef1e6") +
    stitches +
    line("M30 62C46 50 64 48 92 48M56 53c2-6 0-10 0-14M78 48c0-4 0-6 0-8", "#7a4a35", 2.6) +
    blossoms +
    line("M32 80c18-6 36 4 56-4", "#7ba0ac", 3.4) +
    box(52, 13, 16, 11, 3, "#8a5a34") +
    dot(60, 18, 3, "#e0c474")
  );
}

export function bookmark(): string {
  const slip = (x: number, lean: number, drawing: string): string =>
    turn(
      x,
      64,
      lean,
      box(x - 11, 14, 22, 96, 4, "#c9a860") +
        box(x - 8.4, 18, 16.8, 88, 3, "#e3cb8e") +
        drawing +
        dot(x, 23, 2.4, "#8d6a3c") +
        line(`M${String(x)} 21c-2-8 4-10 2-17`, "#a8372b", 2.4),
    );
  const plum =
    line("M34 98C32 80 42 70 36 46", "#5b4a2c", 2.6) +
    [
      [34, 82],
      [40, 70],
      [35, 58],
      [39, 48],
    ]
      .map(([x = 0, y = 0]) => dot(x, y, 3.4, "#8f6a33"))
      .join("");
  const orchid =
    [-24, -10, 8, 22]
      .map((degrees) => turn(60, 98, degrees, line("M60 98q3-24 0-46", "#5f7a3c", 2.4)))
      .join("") + dot(60, 48, 3.4, "#8f6a33");
  const bamboo =
    line("M84 100V42", "#5f7a3c", 3) +
    [60, 76, 90].map((y, at) => leaf(84, y, 17, at % 2 ? -58 : 56, "#5f7a3c")).join("");
  return slip(36, -9, plum) + slip(60, 0, orchid) + slip(84, 9, bamboo);
}

export function bag(): string {
  const stripe = (y: number, a: string, b: string): string =>
    Array.from({ length: 8 }, (_, at) =>
      shape(`M${String(28 + at * 8)} ${String(y)}l4-6 4 6-4 6z`, at % 2 ? a : b),
    ).join("");
  return (
    line("M30 50C30-4 90-4 90 50", "#33415c", 6) +
    line("M30 50C30-4 90-4 90 50", "#d8a23c", 1.8) +
    shape("M22 46h76l4 56q-42 10-84 0z", "#33415c") +
    shape("M84 46h14l4 56q-8 2-18 3z", "#28344b") +
    box(24, 52, 72, 3.6, 1, "#cf4a17") +
    stripe(65, "#e0b455", "#c8372b") +
    box(24, 75, 72, 3.6, 1, "#e0b455") +
    stripe(88, "#7fa35f", "#f3ead0") +
    box(23, 97, 74, 3.6, 1, "#cf4a17") +
    [26, 36, 46, 56, 66, 76, 86]
      .map((x, at) =>
        line(
          `M${String(x + 4)} 106v9`,
          ["#c8372b", "#e0b455", "#7fa35f"][at % 3] ?? "#c8372b",
          2.4,
        ),
      )
      .join("")
  );
}
