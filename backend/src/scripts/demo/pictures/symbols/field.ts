/** Rice and vegetables that grow above the ground. */
import { box, darker, dot, leaf, lighter, line, oval, shape, turn } from "../ink";

const GREEN = "#5b7f45";

/** A bowl of grain; the ear beside it says rice. */
export function riceBowl(grain: string, glaze = "#47693a", ear = true): string {
  const kernels = Array.from({ length: 26 }, (_, at) => {
    const x = 30 + ((at * 37) % 60);
    const y = 54 - Math.sin(((x - 26) / 68) * Math.PI) * 14 + ((at * 13) % 11);
    return turn(
      x,
      y,
      (at * 47) % 180,
      oval(x, y, 4.4, 1.9, at % 3 ? lighter(grain, 0.42) : darker(grain, 0.13)),
    );
  }).join("");
  const stalk = Array.from({ length: 7 }, (_, at) =>
    leaf(86 + at * 1.8, 50 - at * 5.5, 11, at % 2 ? 74 : -8, "#d8b04a"),
  ).join("");
  return (
    (ear ? line("M82 66C88 46 94 30 104 14", "#a98a3a", 2.4) + stalk : "") +
    shape("M22 60c8-24 68-24 76 0z", grain) +
    kernels +
    shape("M16 60h88c0 26-14 44-30 46H46C30 104 16 86 16 60z", glaze) +
    shape("M74 106c16-2 30-20 30-46H90c0 22-6 38-16 46z", darker(glaze, 0.2)) +
    line("M22 70c20 5 56 5 76 0", lighter(glaze, 0.5), 2) +
    box(44, 104, 32, 6, 3, darker(glaze, 0.3))
  );
}

export function riceDuck(): string {
  const duck =
    shape(
      "M56 92c0-12 10-17 20-17 4-10 6-20 16-21 8-1 13 5 13 11l9 4-10 4c-2 6-2 12-4 18-3 9-11 13-21 13-15 0-23-4-23-12z",
      "#fffaf0",
    ) +
    shape("M105 66l10 3-10 4z", "#e0952c") +
    dot(98, 64, 1.9, "#33301c") +
    line("M66 90c6 6 16 6 22 0", "#d9cfb8", 2);
  const blades = [18, 30, 42, 50]
    .map((x, at) =>
      line(
        `M${String(x)} 108c-2-20 0-40 ${String(8 + at * 2)}-${String(70 + at * 4)}`,
        at % 2 ? "#8fae6a" : "#6b9150",
        3,
      ),
    )
    .join("");
  const ears = [28, 42, 56]
    .map((x, at) =>
      Array.from({ length: 5 }, (_, n) =>
        leaf(x + n * 2.5, 46 - at * 3 - n * 4, 10, n % 2 ? 80 : 0, "#d8b04a"),
      ).join(""),
    )
    .join("");
  return blades + ears + duck + line("M14 108c30 4 62 4 96 0", "#8fb4b8", 4);
}

export function corn(): string {
  const rows = Array.from({ length: 8 }, (_, row) =>
    Array.from({ length: 4 }, (_unused, at) =>
      box(43.5 + at * 8.4, 24 + row * 9.6, 7.4, 8.4, 3, (row + at) % 3 ? "#f2c230" : "#f7d35a"),
    ).join(""),
  ).join("");
  return turn(
    60,
    64,
    14,
    shape("M60 14c14 4 20 22 20 46 0 26-8 42-20 46-12-4-20-20-20-46 0-24 6-42 20-46z", "#e3ad22") +
      rows +
      shape("M60 112C34 108 26 76 34 46c6 26 14 42 26 66z", "#7fa35f") +
      shape("M60 112c26-4 34-36 26-66-6 26-14 42-26 66z", GREEN) +
      line("M60 112v8", "#7fa35f", 6) +
      line("M56 16c-4-6-2-10-6-14M60 14c0-6 2-8 2-13M64 16c4-5 3-8 8-12", "#b98a4e", 1.8),
  );
}

export function cress(): string {
  const stems = [-26, -17, -8, 2, 11, 20, 28]
    .map((degrees, at) =>
      turn(
        60,
        104,
        degrees,
        line("M60 108V40", at % 2 ? "#cfe0ae" : "#b9d292", 4) +
          leaf(60, 48, 22, -28, at % 2 ? GREEN : "#7fa35f") +
          leaf(60, 48, 22, 28, "#6b9150") +
          leaf(60, 42, 24, 0, at % 2 ? "#7fa35f" : GREEN),
      ),
    )
    .join("");
  return (
    stems +
    line("M44 84c10 6 22 6 32 0", "#c9963e", 5) +
    line("M46 88c10 5 20 5 28 0", "#a87a2c", 2)
  );
}

export function chilli(fill = "#c8372b"): string {
  const pod = (x: number, y: number, turned: number, tone: string): string =>
    turn(
      x,
      y,
      turned,
      shape(
        `M${String(x - 7)} ${String(y - 28)}c8-4 15 0 15 10 0 20-6 40-18 52-2-14-2-44 3-62z`,
        tone,
      ) +
        line(`M${String(x + 1)} ${String(y - 20)}c2 12-1 26-5 38`, lighter(tone, 0.4), 1.8) +
        line(`M${String(x)} ${String(y - 28)}c0-8 3-12 8-14`, GREEN, 3.4) +
        oval(x, y - 28, 8, 3.4, "#6b9150"),
    );
  return (
    pod(34, 66, 34, fill) +
    pod(52, 62, 12, darker(fill, 0.16)) +
    pod(72, 62, -12, fill) +
    pod(90, 68, -34, darker(fill, 0.1))
  );
}

/** Peanut, waisted; two of them and an opened one. */
export function peanut(): string {
  const pod = (x: number, y: number, turned: number, fill: string): string =>
    turn(
      x,
      y,
      turned,
      shape(
        `M${String(x - 30)} ${String(y)}c0-16 18-19 28-11 10-8 32-6 32 11s-22 18-32 10c-10 8-28 6-28-10z`,
        fill,
      ) +
        line(
          `M${String(x - 20)} ${String(y - 8)}c-3 5-3 11 0 16M${String(x - 8)} ${String(y - 9)}c-2 6-2 12 0 18M${String(x + 8)} ${String(y - 9)}c2 6 2 12 0 18M${String(x + 20)} ${String(y - 8)}c3 5 3 11 0 16`,
          darker(fill, 0.2),
          1.5,
        ),
    );
  return (
    pod(52, 46, -24, "#dcb67c") +
    pod(70, 70, 14, "#d0a768") +
    turn(
      46,
      94,
      -8,
      shape("M16 94c0-16 18-19 28-11 10-8 32-6 32 11s-22 18-32 10c-10 8-28 6-28-10z", "#e9cd9c") +
        oval(31, 95, 9, 8, "#b5563e") +
        oval(60, 95, 10, 8.4, "#a84b36"),
    )
  );
}
