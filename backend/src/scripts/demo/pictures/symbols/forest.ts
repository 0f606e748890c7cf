/** Mushrooms and bamboo shoots. */
import { darker, dot, lighter, line, oval, shape, turn } from "../ink";

/** A capped mushroom; `flower` cracks the cap. */
export function mushroom(cap = "#8a5a3c", flower = false): string {
  const one = (x: number, y: number, size: number): string => {
    const marks = flower
      ? line(
          "M-26 -14l10 7 3-10M-6 -30l2 10 9-6M14 -26l-2 9 10 3M28 -10l-8 0-4-8M-12 -8l8-3 5 6M8 -10l8 4",
          "#f0e0c4",
          3,
        )
      : shape("M-20-20l8 4-5 6zM6-28l8 5-8 4zM20-10l7 2-5 5z", "#d8b592");
    return `<g transform="translate(${String(x)} ${String(y)}) scale(${String(size)})">${shape("M-12 0h24l4 36a16 8 0 0 1-32 0z", "#ead9bd") + shape("M4 0h8l4 36a16 8 0 0 1-10 6c2-12 1-28-2-42z", "#d9c29d") + shape("M-40 2c0-26 18-42 40-42S40-24 40 2c-12 6-68 6-80 0z", cap) + shape("M14-38C30-34 40-20 40 2c-5 3-16 4-28 5 10-14 10-32 2-45z", darker(cap, 0.2)) + shape("M-40 2c12 6 68 6 80 0-4 9-76 9-80 0z", "#c9a37e") + marks}</g>`;
  };
  return one(72, 58, 0.92) + one(38, 78, 0.66);
}

export function mushroomLong(): string {
  const one = (x: number, top: number, lean: number, cap: string): string =>
    turn(
      x,
      108,
      lean,
      shape(`M${String(x - 5)} ${String(top)}h10l3 ${String(106 - top)}q-8 4-16 0z`, "#efe2c8") +
        shape(
          `M${String(x - 17)} ${String(top + 3)}c0-14 8-20 17-20s17 6 17 20c-8 5-26 5-34 0z`,
          cap,
        ) +
        shape(
          `M${String(x + 4)} ${String(top - 17)}c8 2 13 9 13 20-4 2-8 3-13 3 3-8 3-16 0-23z`,
          darker(cap, 0.2),
        ),
    );
  return (
    one(40, 52, -16, "#a9703f") +
    one(80, 48, 16, "#9a6437") +
    one(52, 34, -6, "#b67c48") +
    one(68, 38, 7, "#a36b3b") +
    one(60, 62, 0, "#bd8550") +
    line("M40 102c12 6 28 6 40 0", "#8b6a3e", 4)
  );
}

export function strawMushroom(): string {
  const half = (x: number, y: number, turned: number, size: number): string =>
    turn(
      x,
      y,
      turned,
      `<g transform="translate(${String(x)} ${String(y)}) scale(${String(size)})">${shape("M-20 22C-26-2-12-28 0-28s26 26 20 50c-8 8-32 8-40 0z", "#7b6a58") + shape("M-15 20C-20 0-9-21 0-21S20 0 15 20c-7 6-23 6-30 0z", "#f2e6cd") + shape("M-9 2C-9-10-4-16 0-16S9-10 9 2c-4 3-14 3-18 0z", "#c9a98a") + shape("M-3 2h6l1 18h-8z", "#fffaf0")}</g>`,
    );
  return (
    half(38, 76, -14, 1.05) +
    half(82, 80, 16, 1) +
    half(60, 54, 2, 1.1) +
    line("M18 106l26-6M76 108l28-7M40 110h34", "#d8b860", 2.6)
  );
}

export function woodEar(): string {
  const ruffle = (x: number, y: number, size: number, fill: string): string =>
    `<g transform="translate(${String(x)} ${String(y)}) scale(${String(size)})">${shape("M-34 8c-8-14 4-30 18-26 4-14 24-16 30-4 14-6 26 6 20 18 10 8 2 22-10 20-8 10-24 8-28 0-12 6-28 4-30-8z", fill) + shape("M-22 6c-2-8 6-14 14-10 4-8 16-8 20 0 8-2 14 4 11 11-6 6-14 4-18 0-8 8-22 6-27-1z", lighter(fill, 0.2)) + line("M-10 4c6-2 8 4 14 2M14 4c4-2 6 2 10 1", darker(fill, 0.4), 2)}</g>`;
  return (
    ruffle(40, 84, 0.82, "#4d3b33") +
    ruffle(84, 82, 0.8, "#43332c") +
    ruffle(60, 56, 1.02, "#5a463b")
  );
}

export function whiteFungus(): string {
  const petals = (r: number, count: number, fill: string, edge: string): string =>
    Array.from({ length: count }, (_, at) =>
      turn(
        60,
        66,
        (360 / count) * at,
        shape(
          `M60 66c-${String(r * 0.5)}-${String(r * 0.3)}-${String(r * 0.5)}-${String(r)} -4-${String(r)}q4 6 8 0c${String(r * 0.5)} 0 ${String(r * 0.46)} ${String(r * 0.7)} -4 ${String(r)}z`,
          fill,
        ) + line(`M60 ${String(66 - r * 0.35)}v-${String(r * 0.35)}`, edge, 1.4),
      ),
    ).join("");
  return (
    petals(46, 11, "#f0dfb4", "#dcc486") +
    petals(34, 9, "#f7ebca", "#e3cf98") +
    petals(21, 7, "#fdf6e2", "#ead9ab") +
    dot(60, 66, 5, "#dcb969")
  );
}

export function bambooFungus(): string {
  const one = (x: number, lean: number, size: number): string => {
    const net = Array.from({ length: 5 }, (_, row) =>
      line(
        `M${String(-16 - row * 4.5)} ${String(-8 + row * 10)}q${String(16 + row * 4.5)} 9 ${String(32 + row * 9)} 0`,
        "#d9cb96",
        1.6,
      ),
    ).join("");
    const ribs = [-28, -14, 0, 14, 28]
      .map((dx) =>
        line(
          `M${String(dx * 0.4)} -16Q${String(dx * 0.9)} 10 ${String(dx * 1.15)} 36`,
          "#d9cb96",
          1.6,
        ),
      )
      .join("");
    return `<g transform="translate(${String(x)} 62) rotate(${String(lean)}) scale(${String(size)})">${shape("M-9-16h18l4 60q-13 6-26 0z", "#fbf4de") + shape("M-14-18h28c8 14 20 34 22 52-14 8-58 8-72 0 2-18 14-38 22-52z", "#f7efcf") + net + ribs + shape("M-15-14c0-16 6-24 15-24s15 8 15 24q-15 8-30 0z", "#8c8358") + shape("M4-37c7 3 11 10 11 23-4 2-7 3-11 3 2-9 2-18 0-26z", "#726a45")}</g>`;
  };
  return one(40, -8, 0.82) + one(82, 9, 0.86);
}

export function bolete(): string {
  return (
    shape("M44 60c-4 14-12 30-10 42 6 10 46 10 52 0 2-12-6-28-10-42z", "#efdcae") +
    shape("M76 60c4 14 12 30 10 42-3 6-16 8-28 8 14-10 14-32 8-50z", "#dfc68c") +
    line("M48 78l-4 18M58 74v24M68 76l3 20", "#cfae6c", 1.6) +
    shape("M14 62c0-28 22-44 46-44s46 16 46 44c-12 8-80 8-92 0z", "#a8642e") +
    shape("M76 20c18 6 30 20 30 42-6 4-20 5-34 6 14-14 14-34 4-48z", "#8a4f22") +
    shape("M14 62c12 8 80 8 92 0-2 12-90 12-92 0z", "#e8c66e") +
    oval(42, 36, 10, 5, "#c4813f")
  );
}

/** A bamboo shoot in its husk; `winter` is short and stout. */
export function shoot(winter = false): string {
  const one = (x: number, lean: number, size: number): string => {
    const husks = [0, 1, 2, 3].map((at) => {
      const y = 30 - at * 22;
      const wide = 30 - at * 6.5;
      const tone = at % 2 ? "#a9834c" : "#8d6a3c";
      return (
        shape(
          `M${String(-wide)} ${String(y)}c2-16 ${String(wide * 0.6)}-26 ${String(wide)}-34c${String(wide * 0.4)} 8 ${String(wide)} 18 ${String(wide)} 34q${String(-wide)} 12 ${String(-2 * wide)} 0z`,
          winter ? lighter(tone, 0.16) : tone,
        ) +
        line(
          `M0 ${String(y - 20)}v18M${String(-wide * 0.4)} ${String(y - 10)}v8M${String(wide * 0.4)} ${String(y - 10)}v8`,
          darker(tone, 0.22),
          1.4,
        )
      );
    });
    return `<g transform="translate(${String(x)} 72) rotate(${String(lean)}) scale(${String(size)} ${String(winter ? size * 0.86 : size * 1.08)})">${oval(0, 32, 27, 8, "#f4e7c4") + husks.join("") + shape("M-7-40c2-10 4-16 7-20 3 4 5 10 7 20z", "#7fa35f")}</g>`;
  };
  return one(82, 14, 0.8) + one(44, -8, 1);
}
