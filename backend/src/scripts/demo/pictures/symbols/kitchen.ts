/** Noodles, preserves, sugar: what kitchens make. */
import { box, darker, dot, leaf, lighter, line, shape, turn } from "../ink";

/** A tied bundle of noodles. */
export function noodleBundle(strand: string, tie = "#cf4a17"): string {
  const strands = Array.from({ length: 13 }, (_, at) =>
    line(
      `M${String(24 + at * 6)} 20C${String(40 + at * 3.2)} 52 ${String(40 + at * 3.2)} 76 ${String(22 + at * 6.3)} 108`,
      at % 3 === 0 ? darker(strand, 0.16) : at % 2 ? lighter(strand, 0.3) : strand,
      4.6,
    ),
  ).join("");
  return (
    strands +
    shape("M40 56q20 7 40 0v15q-20 7-40 0z", tie) +
    line("M42 61q18 6 36 0", lighter(tie, 0.4), 1.8)
  );
}

/** Coils laid side by side. */
export function noodleCoils(strand: string): string {
  const coil = (x: number, y: number, r: number): string =>
    [1, 0.78, 0.56, 0.34]
      .map(
        (part, at) =>
          `<ellipse cx="${String(x)}" cy="${String(y)}" rx="${String(r * part)}" ry="${String(r * part * 0.72)}" fill="none" stroke="${at % 2 ? darker(strand, 0.16) : strand}" stroke-width="${String(r * 0.17)}"/>`,
      )
      .join("") +
    line(
      `M${String(x - r)} ${String(y + 3)}q${String(-r * 0.2)} ${String(r * 0.5)} ${String(r * 0.3)} ${String(r * 0.6)}`,
      strand,
      r * 0.14,
    );
  return coil(38, 84, 25) + coil(84, 86, 24) + coil(60, 52, 28);
}

/** Threads hung over a rod, as they dry in the yard. */
export function noodleThread(): string {
  const threads = Array.from({ length: 17 }, (_, at) =>
    line(
      `M${String(24 + at * 4.5)} 26v${String(70 + ((at * 7) % 12))}`,
      at % 2 ? "#f1e6cc" : "#e2d3ae",
      2.8,
    ),
  ).join("");
  return (
    line("M12 26h96", "#a97a48", 5) +
    line("M18 26v84M102 26v84", "#8a6a42", 5) +
    threads +
    line("M10 110h100", "#8a6a42", 5)
  );
}

/** A tied bundle of dried leaves with their stalks. */
export function driedGreens(): string {
  const tones = ["#6f6236", "#5b4d2c", "#7d7144", "#8b8050"];
  const stalks = Array.from({ length: 13 }, (_, at) =>
    turn(
      60,
      62,
      -30 + at * 5,
      line(`M60 62V${String(12 + ((at * 7) % 12))}`, tones[(at + 2) % 4] ?? "#6f6236", 4.6),
    ),
  ).join("");
  const blades = Array.from({ length: 15 }, (_, at) =>
    turn(
      60,
      60,
      180 - 49 + at * 7,
      leaf(60, 60, 44 + ((at * 5) % 10), 0, tones[at % 4] ?? "#5b4d2c"),
    ),
  ).join("");
  return (
    blades +
    stalks +
    shape("M46 54q14 6 28 0v15q-14 6-28 0z", "#d8b860") +
    line("M47 59q13 5 26 0M47 64q13 5 26 0", "#b08d3c", 1.8)
  );
}

export function chilliSauce(): string {
  return (
    box(28, 38, 58, 70, 12, "#e9d9c4") +
    shape("M28 48h58v48a12 12 0 0 1-12 12H40a12 12 0 0 1-12-12z", "#c23a26") +
    shape("M74 40c8 2 12 6 12 12v44a12 12 0 0 1-12 12h-6c6-20 8-44 6-68z", "#a32c1c") +
    [
      [36, 98],
      [48, 102],
      [64, 100],
      [36, 54],
      [52, 56],
      [68, 55],
      [60, 104],
    ]
      .map(([x = 0, y = 0], at) => dot(x, y, 2.8, at % 2 ? "#f0d9a0" : "#e8735a"))
      .join("") +
    box(32, 22, 50, 18, 5, "#47693a") +
    box(36, 62, 42, 28, 4, "#fbf3dc") +
    turn(
      57,
      76,
      60,
      shape("M52 62c6-3 10 0 10 7 0 8-3 14-8 19-1-8-4-18-2-26z", "#c8372b") +
        line("M57 62c0-3 1-5 4-6", "#5b7f45", 2.4),
    ) +
    turn(
      98,
      84,
      24,
      shape("M92 62c9-4 15 1 15 11 0 16-4 28-14 36-2-14-5-34-1-47z", "#d0402f") +
        line("M98 62c0-6 3-10 8-11", "#5b7f45", 3.4),
    )
  );
}

export function tofuSheet(): string {
  const sheets = Array.from(
    { length: 6 },
    (_, at) =>
      shape(
        `M14 ${String(92 - at * 8)}c20-10 72-10 92 0v9c-20-10-72-10-92 0z`,
        at % 2 ? "#efdfb0" : "#f7ecc9",
      ) + line(`M20 ${String(93 - at * 8)}c22-8 58-8 80 0`, "#dcc88e", 1.2),
  ).join("");
  return (
    sheets +
    shape("M14 52c20-10 72-10 92 0l-16-18c-16-6-46-6-60 0z", "#fbf3d8") +
    line("M30 40c18-5 42-5 60 0M24 46c20-6 52-6 72 0", "#e6d5a4", 1.6) +
    shape("M106 52l-16-18c14 4 22 4 26 14z", "#e6d5a4")
  );
}

export function brownSugar(): string {
  const block = (x: number, y: number, w: number, fill: string): string =>
    shape(`M${String(x)} ${String(y)}l8-14h${String(w - 16)}l8 14z`, lighter(fill, 0.24)) +
    box(x, y, w, 24, 3, fill) +
    line(
      `M${String(x + 8)} ${String(y + 9)}h${String(w * 0.3)}M${String(x + w * 0.5)} ${String(y + 15)}h${String(w * 0.25)}`,
      lighter(fill, 0.2),
      1.8,
    );
  return (
    line("M88 16l-12 74M98 18l-8 74", "#8fae6a", 7) +
    line("M84 40l-3-1M80 62l-3-1M95 42l-3-1M92 64l-3-1", "#6b8a4c", 8) +
    block(16, 86, 52, "#7a4322") +
    block(66, 88, 42, "#6b3a1d") +
    block(34, 50, 50, "#8a4e28")
  );
}
