/** Tea, honey and oil. */
import { box, darker, dot, leaf, lighter, line, oval, shape, turn } from "../ink";

/** A sprig of tea: one bud and its leaves. */
export function tea(tone = "#5b7f45"): string {
  return (
    line("M60 106c-4-30 2-58 8-82", darker(tone, 0.3), 3.4) +
    leaf(68, 30, 30, 8, lighter(tone, 0.34)) +
    leaf(64, 52, 40, -52, tone) +
    leaf(62, 66, 44, 56, lighter(tone, 0.16)) +
    leaf(58, 94, 42, -62, darker(tone, 0.12)) +
    leaf(59, 100, 30, 48, lighter(tone, 0.24))
  );
}

/** A covered bowl of tea; the liquor's colour says which. */
export function teaBowl(liquor = "#d9a741", glaze = "#fffaf0"): string {
  return (
    line("M46 30c-5-6 5-10 0-17M62 28c-5-6 5-10 0-17M78 30c-5-6 5-10 0-17", "#cfc4a8", 2.6) +
    shape("M18 50h84c0 26-12 44-28 48H46C30 94 18 76 18 50z", glaze) +
    shape("M72 98c18-4 30-22 30-48H88c0 20-6 38-16 48z", darker(glaze, 0.12)) +
    oval(60, 50, 42, 11, darker(glaze, 0.08)) +
    oval(60, 51, 36, 8.4, liquor) +
    oval(50, 50, 12, 2.6, lighter(liquor, 0.45)) +
    line("M30 68c8 8 14 2 20 8M66 74c6-6 12 2 20-6", "#6f93a0", 2.4) +
    oval(60, 104, 36, 6, darker(glaze, 0.1)) +
    box(46, 94, 28, 8, 3, darker(glaze, 0.16))
  );
}

/** Rolled leaves in a small heap. */
export function teaHeap(tone: string, tip = "#d9b26a"): string {
  const strands = Array.from({ length: 64 }, (_, at) => {
    const x = 20 + ((at * 29) % 80);
    const y = 102 - Math.sin(((x - 16) / 88) * Math.PI) * ((at * 17) % 66) - 2;
    return turn(
      x,
      y,
      (at * 53) % 180,
      line(
        `M${x.toFixed(1)} ${y.toFixed(1)}q8-6 17-1`,
        at % 6 === 0 ? tip : at % 2 ? tone : darker(tone, 0.3),
        4,
      ),
    );
  }).join("");
  return oval(60, 104, 48, 8, lighter(tone, 0.5)) + strands;
}

export function teaCake(): string {
  const chips = Array.from({ length: 40 }, (_, at) => {
    const r = 8 + ((at * 11) % 32);
    const angle = at * 2.4;
    const x = 58 + Math.cos(angle) * r;
    const y = 60 + Math.sin(angle) * r;
    return turn(
      x,
      y,
      at * 37,
      line(
        `M${x.toFixed(1)} ${y.toFixed(1)}q5-3 10 0`,
        ["#8d7a4d", "#a9965f", "#6b6a42", "#c9b98a"][at % 4] ?? "#8d7a4d",
        2.6,
      ),
    );
  }).join("");
  return (
    dot(58, 60, 46, "#7d6f47") +
    dot(57, 58, 44, "#948457") +
    chips +
    dot(58, 60, 6, "#6f6340") +
    shape("M76 84l34-8 2 24-28 10z", "#7d6f47") +
    shape("M76 84l34-8-3 8-28 9z", "#a9965f")
  );
}

/** A honey jar with its dipper. */
export function honey(amber = "#e0a11b"): string {
  return (
    box(26, 40, 62, 68, 13, lighter(amber, 0.16)) +
    shape("M26 62h62v33a13 13 0 0 1-13 13H39a13 13 0 0 1-13-13z", amber) +
    shape(
      "M76 40h0a12 12 0 0 1 12 12v43a13 13 0 0 1-13 13h-6c6-20 8-46 7-68z",
      darker(amber, 0.16),
    ) +
    box(31, 26, 52, 16, 5, "#8a5a34") +
    box(31, 34, 52, 8, 3, "#74492a") +
    box(36, 64, 42, 28, 4, "#fbf3dc") +
    line("M57 69l7.5 4.4v8.8L57 86.6l-7.5-4.4v-8.8z", amber, 2.6) +
    turn(
      98,
      70,
      18,
      line("M98 30v42", "#a97a48", 4.5) +
        [74, 81, 88, 95]
          .map((y, at) =>
            oval(98, y, at === 0 || at === 3 ? 7.5 : 9.5, 3.4, at % 2 ? "#8a5a34" : "#a06f40"),
          )
          .join(""),
    ) +
    line("M34 50v30", lighter(amber, 0.6), 3.4)
  );
}

/** A bottle of oil with the flower or nut that it comes of. */
export function oil(flower: "camellia" | "walnut"): string {
  const bloom =
    Array.from({ length: 6 }, (_, at) =>
      turn(92, 88, at * 60, shape("M92 88c-11-6-10-22 0-22s11 16 0 22z", "#fffaf0")),
    ).join("") +
    Array.from({ length: 8 }, (_, at) =>
      turn(92, 88, at * 45, line("M92 88v-7", "#e0a11b", 2)),
    ).join("") +
    dot(92, 88, 4.5, "#d8892a");
  const nut =
    dot(92, 90, 18, "#c79a62") +
    line(
      "M92 72c-4 12-4 24 0 36M80 84c4 0 6 4 10 2M98 82c4 2 6 0 10 2M98 98c3-2 6 0 9-2",
      "#9a7040",
      2,
    );
  return (
    shape(
      "M44 16h22v20c0 8 16 10 16 28v36a10 10 0 0 1-10 10H38a10 10 0 0 1-10-10V64c0-18 16-20 16-28z",
      "#dfe6cf",
    ) +
    shape("M28 66h54v34a10 10 0 0 1-10 10H38a10 10 0 0 1-10-10z", "#dfae35") +
    shape("M70 50c8 4 12 8 12 16v34a10 10 0 0 1-10 10h-8c6-16 8-40 6-60z", "#c4922a") +
    box(42, 8, 26, 13, 4, "#6b4a2b") +
    box(34, 74, 42, 24, 3, "#fbf3dc") +
    line("M41 82h28M41 90h20", "#a8643d", 2.4) +
    line("M36 58v12", "#fbf3dc", 3.4) +
    leaf(98, 104, 24, 104, "#47693a") +
    leaf(84, 104, 22, -110, "#5b7f45") +
    (flower === "camellia" ? bloom : nut)
  );
}
