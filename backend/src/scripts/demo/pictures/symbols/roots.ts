/** Roots, tubers and what is made of them. */
import { box, darker, dot, leaf, lighter, line, oval, shape, turn } from "../ink";

const GREEN = "#5b7f45";

/** A long root with leaves: radish, yam. */
export function radish(): string {
  return (
    [-34, -12, 10, 32]
      .map((degrees, at) => leaf(60, 42, 40, degrees, at % 2 ? "#7fa35f" : GREEN))
      .join("") +
    shape("M38 46c4-8 40-8 44 0 6 18-4 46-20 66-2 4-4 4-6 0C42 92 32 64 38 46z", "#fbf8ee") +
    shape("M82 46c6 18-4 46-20 66 4-20 10-44 8-70 6 0 10 2 12 4z", "#e6e0cd") +
    shape("M38 46c4-8 40-8 44 0-2 4-42 4-44 0z", "#c9dba6") +
    line("M44 66h12M66 78h8M50 90h8", "#d9d2bc", 1.8)
  );
}

export function radishDried(): string {
  const strip = (x: number, y: number, turned: number): string =>
    turn(
      x,
      y,
      turned,
      box(x - 24, y - 6, 48, 12, 6, "#dca857") +
        box(x - 24, y - 6, 48, 4, 2, "#b5532f") +
        line(`M${String(x - 16)} ${String(y + 2)}h30`, "#efcb8d", 1.6),
    );
  return (
    strip(50, 88, 8) +
    strip(72, 92, -12) +
    strip(44, 72, -22) +
    strip(76, 74, 18) +
    strip(60, 58, -6) +
    strip(62, 44, 26)
  );
}

export function yam(): string {
  const root = (dx: number, fill: string): string =>
    shape(
      `M${String(34 + dx)} 22c6-4 13-2 14 6l6 66c1 10-2 18-8 18s-9-8-10-18l-6-62c0-4 1-8 4-10z`,
      fill,
    ) +
    line(
      `M${String(38 + dx)} 40l-7-3M${String(41 + dx)} 58l-8 2M${String(50 + dx)} 66l8-3M${String(43 + dx)} 80l-7-2M${String(52 + dx)} 92l7 1M${String(47 + dx)} 44l7-3`,
      darker(fill, 0.3),
      1.4,
    );
  return (
    turn(60, 64, 12, root(-8, "#a5825a") + root(14, "#b49068")) +
    turn(
      86,
      96,
      0,
      oval(86, 98, 15, 11, "#a5825a") +
        oval(86, 98, 12.5, 8.6, "#fbf4e2") +
        dot(83, 97, 1, "#dccfae") +
        dot(89, 100, 1, "#dccfae"),
    )
  );
}

export function ginger(): string {
  const skin = "#d9b06a";
  return (
    shape(
      "M24 78c-4-12 8-22 18-16 2-14 18-20 26-8 6-12 22-10 24 2 12-2 18 10 10 18 4 12-8 20-18 14-4 12-20 14-26 4-8 10-24 8-24-4-6 0-10-4-10-10z",
      skin,
    ) +
    shape(
      "M102 74c4 12-8 20-18 14-4 12-20 14-26 4 12 0 22-6 26-14 8 2 14 0 18-4z",
      darker(skin, 0.18),
    ) +
    line(
      "M40 62c4 4 4 10 1 14M68 54c-2 6-1 12 3 15M92 56c-4 2-6 6-6 10M50 84c4-2 8-1 10 2",
      darker(skin, 0.3),
      1.8,
    ) +
    turn(34, 70, -20, oval(32, 72, 7, 9, "#f3dd98")) +
    line("M68 50c0-10 4-18 10-24M72 50c4-8 10-12 16-14", "#8fae6a", 4)
  );
}

export function sweetPotato(skin = "#b5567a", flesh = "#f0b04e"): string {
  const body = (x: number, y: number, turned: number, fill: string): string =>
    turn(
      x,
      y,
      turned,
      shape(
        `M${String(x - 40)} ${String(y + 4)}c8-22 28-26 48-20 16 4 26 12 34 14-8 8-18 20-40 22-22 2-36-4-42-16z`,
        fill,
      ) +
        line(
          `M${String(x - 20)} ${String(y - 4)}h10M${String(x + 4)} ${String(y + 6)}h12M${String(x - 8)} ${String(y + 12)}h8`,
          darker(fill, 0.24),
          1.8,
        ),
    );
  return (
    body(60, 50, -16, skin) +
    body(54, 80, 10, darker(skin, 0.08)) +
    turn(
      88,
      90,
      0,
      oval(88, 90, 19, 16, skin) +
        oval(88, 90, 16, 13, flesh) +
        oval(86, 88, 8, 6, lighter(flesh, 0.35)),
    )
  );
}

export function sweetPotatoStrips(): string {
  const strip = (x: number, y: number, turned: number, fill: string): string =>
    turn(
      x,
      y,
      turned,
      shape(`M${String(x - 30)} ${String(y - 5)}q30-8 60 0q4 5 0 10q-30 6-60 0q-4-5 0-10z`, fill) +
        line(`M${String(x - 20)} ${String(y)}q20-4 40 0`, lighter(fill, 0.35), 2),
    );
  return (
    strip(56, 94, 4, "#c8672c") +
    strip(66, 82, -18, "#d97a36") +
    strip(54, 72, 20, "#c25f28") +
    strip(66, 60, -8, "#e08a42") +
    strip(58, 46, 14, "#d2702f") +
    strip(62, 34, -24, "#e3944e")
  );
}

export function lotusRoot(): string {
  const face = (x: number, y: number, r: number): string =>
    oval(x, y, r, r, "#d9b79a") +
    oval(x, y, r * 0.88, r * 0.88, "#f8ead9") +
    Array.from({ length: 7 }, (_, at) =>
      turn(x, y, at * 51.4, oval(x, y - r * 0.54, r * 0.15, r * 0.2, "#b98f72")),
    ).join("") +
    dot(x, y, r * 0.14, "#b98f72");
  return (
    turn(
      60,
      54,
      -22,
      shape(
        "M14 54c0-14 12-20 26-18 4-4 8-4 10 0 16-4 34-2 38 2 4-3 8-3 10 1 8 2 12 8 12 16s-6 14-14 16c-4 3-6 3-9 0-10 5-26 5-36 1-4 3-8 3-11 0-14 2-26-4-26-18z",
        "#e3c6a8",
      ) +
        line("M50 38v32M88 40v30", "#b98f72", 2.4) +
        line("M22 48c8-4 14-4 20-2M60 46c8-2 14-2 20 0", "#f6e6d2", 2.6),
    ) +
    face(82, 88, 24) +
    face(40, 98, 14)
  );
}
