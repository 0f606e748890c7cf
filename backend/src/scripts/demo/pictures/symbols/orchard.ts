/** Fruits of orchards and hills. */
import { darker, dot, fruit, leaf, lighter, line, oval, shape, turn } from "../ink";

const LEAF = "#5b7f45";

export function peach(): string {
  return (
    leaf(60, 34, 32, 64, LEAF) +
    leaf(58, 34, 28, -66, "#7fa35f") +
    shape(
      "M60 34c26-8 44 10 42 34-2 24-22 40-42 42-20-2-40-18-42-42-2-24 16-42 42-34z",
      "#f4bd97",
    ) +
    shape(
      "M60 34c26-8 44 10 42 34-2 24-22 40-42 42 14-10 24-24 24-42 0-16-8-30-24-34z",
      "#e8856f",
    ) +
    shape("M30 50c6-10 14-14 22-14-10 6-16 14-18 26z", "#fbd9bd") +
    line("M60 36c-8 16-8 40 0 70", "#d9735f", 2)
  );
}

export function grape(): string {
  const rows: readonly (readonly [number, readonly number[]])[] = [
    [44, [36, 52, 68, 84]],
    [58, [28, 44, 60, 76, 92]],
    [72, [36, 52, 68, 84]],
    [86, [44, 60, 76]],
    [99, [52, 68]],
    [110, [60]],
  ];
  const berries = rows
    .flatMap(([y, xs]) => xs.map((x, at) => fruit(x, y, 10.5, at % 2 ? "#a9c25f" : "#b8cf72")))
    .join("");
  return (
    line("M60 38V16", "#7a5a34", 4) +
    shape("M60 26c-18-16-38-8-40 4 8 2 10 6 10 12 14 2 26-4 30-16z", LEAF) +
    berries
  );
}

export function strawberry(): string {
  const one = (x: number, y: number, size: number, skin: string): string => {
    const seeds = [
      [-12, -6],
      [0, -8],
      [12, -6],
      [-8, 6],
      [6, 6],
      [-2, 18],
      [14, 4],
      [-16, 2],
    ].map(([dx = 0, dy = 0]) =>
      oval(x + dx * size, y + dy * size, 1.4 * size, 2.1 * size, "#f7d9a0"),
    );
    const s = (value: number): string => (value * size).toFixed(1);
    return (
      shape(
        `M${String(x)} ${(y - 20 * size).toFixed(1)}c${s(24)} ${s(-6)} ${s(30)} ${s(10)} ${s(22)} ${s(26)}c${s(-6)} ${s(14)} ${s(-14)} ${s(24)} ${s(-22)} ${s(28)}c${s(-8)} ${s(-4)} ${s(-16)} ${s(-14)} ${s(-22)} ${s(-28)}c${s(-8)} ${s(-16)} ${s(-2)} ${s(-32)} ${s(22)} ${s(-26)}z`,
        skin,
      ) +
      seeds.join("") +
      [-70, -35, 0, 35, 70]
        .map((degrees) => leaf(x, y - 16 * size, 17 * size, degrees, "#6b9150"))
        .join("")
    );
  };
  return one(42, 58, 1.02, "#d8423a") + one(80, 78, 0.9, "#c8352f");
}

export function kiwi(): string {
  const seeds = Array.from({ length: 16 }, (_, at) =>
    turn(78, 78, at * 22.5, oval(78, 66, 1.4, 2.8, "#33301c")),
  ).join("");
  const rays = Array.from({ length: 16 }, (_, at) =>
    turn(78, 78, at * 22.5 + 11, line("M78 70v-15", "#b6cf7d", 1.4)),
  ).join("");
  return (
    turn(
      42,
      54,
      -18,
      oval(42, 54, 28, 34, "#8a6a42") +
        shape("M42 20c20 6 26 22 26 34s-8 28-26 34c10-10 14-22 14-34s-4-26-14-34z", "#74552f"),
    ) +
    line("M40 22l-2-5M44 22l1-5", "#5a4026", 2.4) +
    dot(78, 78, 30, "#8a6a42") +
    dot(78, 78, 27, "#94b74e") +
    rays +
    dot(78, 78, 9, "#f0f0d2") +
    seeds
  );
}

export function longan(): string {
  const balls: readonly (readonly [number, number])[] = [
    [36, 62],
    [60, 54],
    [84, 64],
    [46, 86],
    [72, 90],
  ];
  return (
    line("M60 56C58 40 62 28 70 16M36 60c6-14 16-22 28-30M84 62c-2-14-10-22-18-32", "#7a5a34", 3) +
    leaf(68, 20, 30, 70, LEAF) +
    leaf(66, 24, 26, -62, "#7fa35f") +
    balls.map(([x, y], at) => fruit(x, y, 16, at % 2 ? "#b98a4e" : "#c4975c")).join("") +
    dot(94, 92, 14, "#b98a4e") +
    dot(94, 92, 11.5, "#f6ecdb") +
    dot(95, 91, 6.5, "#2c211a") +
    dot(93, 89, 1.6, "#c9bdae")
  );
}

export function longanFlesh(): string {
  const blob = (x: number, y: number, turned: number, fill: string): string =>
    turn(
      x,
      y,
      turned,
      shape(
        `M${String(x - 15)} ${String(y)}c0-12 10-15 16-14 10 1 15 8 13 17-2 8-11 11-17 10-8-1-12-5-12-13z`,
        fill,
      ) + line(`M${String(x - 6)} ${String(y - 2)}c4-5 10-5 13 0`, darker(fill, 0.2), 2),
    );
  return (
    blob(36, 88, 10, "#c98436") +
    blob(62, 92, -20, "#d8963f") +
    blob(88, 88, 30, "#c27c30") +
    blob(48, 70, -30, "#dfa24c") +
    blob(76, 68, 16, "#cf8b3a") +
    blob(61, 50, 0, "#e3ab58")
  );
}

export function emblic(): string {
  const one = (x: number, y: number, r: number, skin: string): string =>
    fruit(x, y, r, skin) +
    line(
      `M${String(x)} ${String(y - r)}v${String(2 * r)}M${String(x - r * 0.55)} ${String(y - r * 0.8)}q${String(-r * 0.3)} ${String(r * 0.8)} 0 ${String(r * 1.6)}M${String(x + r * 0.55)} ${String(y - r * 0.8)}q${String(r * 0.3)} ${String(r * 0.8)} 0 ${String(r * 1.6)}`,
      lighter(skin, 0.4),
      1.4,
    );
  const twig = Array.from({ length: 6 }, (_, at) =>
    leaf(30 + at * 11, 28 - at * 1.5, 15, at % 2 ? 150 : 20, at % 2 ? LEAF : "#7fa35f"),
  ).join("");
  return (
    line("M24 30C46 26 70 22 98 22", "#7a5a34", 2.6) +
    twig +
    one(42, 58, 20, "#bccb60") +
    one(80, 62, 21, "#a9bf52") +
    one(58, 92, 20, "#c6d26e")
  );
}

export function melonSeed(): string {
  const one = (x: number, y: number, turned: number, fill: string): string =>
    turn(
      x,
      y,
      turned,
      shape(
        `M${String(x)} ${String(y - 17)}c9 4 13 14 11 22-2 8-7 11-11 12-4-1-9-4-11-12-2-8 2-18 11-22z`,
        fill,
      ) +
        shape(
          `M${String(x)} ${String(y - 11)}c5 3 7 9 6 15-1 5-4 7-6 8-2-1-5-3-6-8-1-6 1-12 6-15z`,
          darker(fill, 0.24),
        ),
    );
  return (
    one(36, 86, 70, "#b23a2c") +
    one(60, 92, 100, "#c2472f") +
    one(86, 84, 40, "#a83427") +
    one(46, 66, -24, "#c8503a") +
    one(74, 62, 18, "#b63e2e") +
    one(58, 42, -60, "#cb5740")
  );
}
