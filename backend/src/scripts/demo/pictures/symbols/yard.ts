/** Eggs, fowl, ham, and the plants of Longling. */
import { box, darker, dot, fruit, leaf, lighter, line, oval, shape, turn } from "../ink";

function oneEgg(x: number, y: number, size: number, tone: string): string {
  return `<g transform="translate(${String(x)} ${String(y)}) scale(${String(size)})">${shape("M0-26c12 0 20 18 20 30S12 24 0 24-20 16-20 4-12-26 0-26z", tone) + shape("M4-25c10 4 16 18 16 29S12 24 0 24c12-8 14-34 4-49z", darker(tone, 0.14)) + oval(-8, -8, 3.4, 6, lighter(tone, 0.6))}</g>`;
}

/** A single egg. */
export function egg(tone: string): string {
  return oneEgg(60, 62, 1.7, tone);
}

/** Eggs in a straw nest. */
export function eggs(tone = "#e0b48a"): string {
  const straw = Array.from({ length: 22 }, (_, at) =>
    turn(
      60,
      92,
      at * 16 - 176,
      line(
        `M${String(20 + ((at * 9) % 22))} ${String(88 + ((at * 5) % 14))}q18 8 40 6`,
        ["#d8b860", "#c6a24a", "#e6cd84"][at % 3] ?? "#d8b860",
        3,
      ),
    ),
  ).join("");
  return (
    oval(60, 92, 50, 18, "#b08d3c") +
    straw +
    oneEgg(36, 74, 1.05, tone) +
    oneEgg(84, 74, 1.05, darker(tone, 0.08)) +
    oneEgg(60, 66, 1.2, lighter(tone, 0.14)) +
    line("M14 92c20 20 72 20 92 0M20 98c20 14 60 14 80 0", "#cdaa50", 4) +
    line("M18 88c24 16 60 16 84 0", "#e0c474", 3)
  );
}

/** A salted egg, one of them cut. */
export function duckEggs(): string {
  return (
    oneEgg(36, 56, 1.2, "#c9d6d4") +
    turn(84, 50, 14, oneEgg(84, 50, 1.12, "#b7c8c6")) +
    turn(
      64,
      86,
      -8,
      oval(64, 88, 32, 24, "#dfe6e2") +
        oval(64, 88, 28, 20.4, "#fdfaf0") +
        oval(64, 89, 17, 14, "#e8892a") +
        oval(60, 85, 6, 4, "#f6b25a") +
        dot(73, 95, 2, "#f3a13c"),
    ) +
    line("M14 110c30 5 64 5 92 0", "#b5673f", 4)
  );
}

export function chicken(): string {
  return (
    line("M54 94v14M68 94v14M48 110h10M62 110h10", "#d8902f", 3.6) +
    shape(
      "M92 26c8 0 12 8 10 16 10 20-4 54-38 56C34 100 18 84 16 60c-8-6-8-20 0-30 2 8 6 12 12 14-2-8 0-14 4-18 6 14 20 20 34 16 8-2 12-16 26-16z",
      "#c9793a",
    ) +
    shape("M92 26c8 0 12 8 10 16 10 20-4 54-38 56 16-12 24-40 28-72z", "#ad5f2a") +
    shape("M36 62c10-10 30-10 38 4-4 16-30 20-38-4z", "#8a4a22") +
    line("M44 64c6 6 16 8 24 4M48 72c6 4 12 4 16 2", "#d99a5e", 2.2) +
    shape("M84 28c-4-10 4-14 6-8 0-8 10-8 8 0 6-4 10 4 4 10z", "#cf3a2c") +
    shape("M102 40l14 4-13 5z", "#e6a93a") +
    oval(100, 54, 3.6, 6, "#cf3a2c") +
    dot(94, 37, 2.6, "#2c211a") +
    shape("M16 30c-6-8-12-8-14-2 2 14 6 24 14 32z", "#47693a")
  );
}

export function curedDuck(): string {
  return (
    line("M60 4v16", "#8a6a42", 3) +
    line("M24 22q36-8 72 0", "#a97a48", 5) +
    shape(
      "M52 20h16c0 12 4 18 12 26 16 16 22 40 10 56-8 10-52 10-60 0-12-16-6-40 10-56 8-8 12-14 12-26z",
      "#c98848",
    ) +
    shape("M68 20c0 12 4 18 12 26 16 16 22 40 10 56-5 6-22 9-36 8 22-12 28-50 6-90z", "#ad6c33") +
    line("M60 46v58M46 62c8 4 20 4 28 0M40 80c12 6 28 6 40 0", "#8f5525", 2) +
    shape(
      "M30 60c-10 4-14 16-12 26 6-2 12-8 14-16zM90 60c10 4 14 16 12 26-6-2-12-8-14-16z",
      "#b97a3e",
    ) +
    line("M48 106l-4 10M72 106l4 10", "#d8a24a", 4)
  );
}

export function ham(): string {
  return (
    turn(
      60,
      64,
      -24,
      shape("M34 40c20-16 58-10 62 22 4 30-20 44-44 38C26 94 16 58 34 40z", "#a4542f") +
        shape("M34 40c6-5 14-8 22-9-16 16-20 50-4 69C26 94 16 58 34 40z", "#c47a45") +
        line("M38 34L22 14M22 14l-8 2M22 14v-9", "#efe3cd", 6),
    ) +
    oval(80, 82, 30, 26, "#e9c9a8") +
    oval(80, 82, 26, 22, "#b8483c") +
    shape("M60 78c10-10 26-8 40-2-8 2-12 8-22 8s-14 0-18-6z", "#f1d5bd") +
    line("M64 92c8 4 20 4 28-2", "#f1d5bd", 3) +
    oval(76, 91, 5.4, 4.6, "#fbf1df")
  );
}

export function dendrobium(): string {
  const cane = (x: number, lean: number, tall: number): string =>
    turn(
      x,
      110,
      lean,
      Array.from(
        { length: tall },
        (_, at) =>
          box(x - 4.4, 100 - at * 12.5, 8.8, 12.5, 3.6, at % 2 ? "#8b6a94" : "#7a5a84") +
          line(`M${String(x - 4)} ${String(100 - at * 12.5)}h8`, "#b9a2bf", 1.6),
      ).join("") +
        leaf(x - 3, 62, 20, -56, "#7fa35f") +
        leaf(x + 3, 50, 20, 54, "#5b7f45") +
        leaf(x, 106 - tall * 12.5, 18, 6, "#8fae6a"),
    );
  const bloom = (x: number, y: number): string =>
    Array.from({ length: 5 }, (_, at) =>
      turn(
        x,
        y,
        at * 72,
        shape(`M${String(x)} ${String(y)}c-7-4-6-15 0-16 6 1 7 12 0 16z`, "#f3d7e6"),
      ),
    ).join("") +
    dot(x, y, 4, "#e0a11b") +
    dot(x, y + 1, 2, "#8a3a5e");
  return (
    cane(52, -16, 6) +
    cane(66, 4, 7) +
    cane(76, 22, 6) +
    bloom(36, 44) +
    bloom(90, 34) +
    box(40, 104, 46, 7, 3.5, "#a97a48")
  );
}

export function dendrobiumCoil(): string {
  const coil = (x: number, y: number, turned: number): string =>
    turn(
      x,
      y,
      turned,
      Array.from(
        { length: 5 },
        (_, at) =>
          `<ellipse cx="${String(x - 14 + at * 7)}" cy="${String(y)}" rx="5.4" ry="13" fill="none" stroke="${at % 2 ? "#b39a4c" : "#98803a"}" stroke-width="4.6"/>`,
      ).join("") + line(`M${String(x + 17)} ${String(y + 8)}q8 4 12 0`, "#98803a", 3.6),
    );
  return (
    coil(40, 86, 14) + coil(82, 88, -18) + coil(60, 62, 4) + coil(36, 50, -30) + coil(84, 48, 26)
  );
}

/** Coffee: the branch with cherries, and roasted beans. */
export function coffee(): string {
  const bean = (x: number, y: number, turned: number): string =>
    turn(
      x,
      y,
      turned,
      oval(x, y, 12, 16, "#5b3722") +
        shape(
          `M${String(x + 2)} ${String(y - 16)}c8 2 10 10 10 16s-2 14-10 16c6-10 6-22 0-32z`,
          "#472a19",
        ) +
        line(`M${String(x)} ${String(y - 13)}c-5 9 5 17 0 26`, "#8a5f42", 2.2),
    );
  return (
    line("M16 34C46 26 78 28 106 20", "#7a5a34", 3.4) +
    leaf(46, 30, 34, -34, "#47693a") +
    leaf(88, 25, 32, 42, "#5b7f45") +
    leaf(30, 32, 28, 196, "#5b7f45") +
    fruit(58, 40, 10.5, "#c23a2c") +
    fruit(76, 38, 10, "#d0503a") +
    fruit(67, 52, 10, "#b5302a") +
    bean(34, 84, -24) +
    bean(62, 90, 30) +
    bean(88, 82, -10) +
    bean(50, 106, 74)
  );
}
