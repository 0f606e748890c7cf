/** Nuts and spices. */
import { darker, dot, fruit, leaf, line, oval, shape, turn } from "../ink";

export function walnut(): string {
  const shellColour = "#c79a62";
  const whole =
    fruit(42, 60, 30, shellColour) +
    line("M42 30c-6 18-6 42 0 60", darker(shellColour, 0.3), 2.4) +
    line(
      "M24 46c6 0 8 6 14 4M20 66c6-4 10 4 16 2M50 44c6 4 8-2 14 2M50 72c4-4 10 0 14-4M30 80c4-4 6-2 8-4",
      darker(shellColour, 0.24),
      2,
    );
  const open =
    oval(80, 82, 28, 26, "#b28550") +
    oval(80, 82, 23.5, 21.5, "#e9d2a4") +
    kernelHalf(80, 82, 0.86);
  return whole + open;
}

function kernelHalf(x: number, y: number, size: number): string {
  return `<g transform="translate(${String(x)} ${String(y)}) scale(${String(size)})">${shape("M-3-20c-8-4-16 2-16 10-6 4-6 14 0 18 2 8 10 12 16 8zM3-20c8-4 16 2 16 10 6 4 6 14 0 18-2 8-10 12-16 8z", "#c98f4e") + line("M-12-8c4 0 4 4 0 6M-14 6c4-2 6 2 4 6M12-8c-4 0-4 4 0 6M14 6c-4-2-6 2-4 6", "#a06c33", 2)}</g>`;
}

export function walnutKernels(): string {
  return (
    kernelHalf(38, 88, 1) +
    kernelHalf(82, 90, 1) +
    turn(60, 64, 20, kernelHalf(60, 64, 1.1)) +
    turn(38, 50, -30, kernelHalf(38, 50, 0.8)) +
    turn(84, 50, 34, kernelHalf(84, 50, 0.8))
  );
}

export function macadamia(): string {
  return (
    fruit(40, 56, 26, "#8a5a34") +
    line("M22 50c10 6 26 6 36 0", "#5f3c20", 2.4) +
    fruit(78, 84, 27, "#7b4e2c") +
    dot(78, 84, 22, "#a3754a") +
    fruit(78, 84, 18, "#f6e9cc") +
    fruit(38, 96, 15, "#f3e3c0") +
    leaf(46, 32, 28, 58, "#5b7f45") +
    leaf(42, 30, 22, -48, "#7fa35f")
  );
}

export function cardamom(): string {
  const pod = (x: number, y: number, turned: number, fill: string): string =>
    turn(
      x,
      y,
      turned,
      shape(
        `M${String(x)} ${String(y - 26)}c16 4 22 18 18 32-4 14-12 20-18 20s-14-6-18-20c-4-14 2-28 18-32z`,
        fill,
      ) +
        line(
          `M${String(x)} ${String(y - 20)}v42M${String(x - 9)} ${String(y - 14)}q-5 16 2 32M${String(x + 9)} ${String(y - 14)}q5 16-2 32`,
          darker(fill, 0.3),
          2,
        ) +
        line(`M${String(x)} ${String(y - 26)}v-8`, "#6b4a2b", 3.4),
    );
  return (
    pod(36, 72, -26, "#8e4632") +
    pod(84, 74, 24, "#7d3c2b") +
    pod(60, 56, 4, "#9d523a") +
    [46, 58, 68, 76].map((x, at) => dot(x, 106 - (at % 2) * 4, 3.4, "#4a2a20")).join("")
  );
}
