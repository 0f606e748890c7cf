/** The pen: small SVG shapes and colours from which every picture is drawn. */

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** An ellipse. */
export function oval(cx: number, cy: number, rx: number, ry: number, fill: string): string {
  return `<ellipse cx="${round(cx)}" cy="${round(cy)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"/>`;
}

/** A circle. */
export function dot(cx: number, cy: number, r: number, fill: string): string {
  return `<circle cx="${round(cx)}" cy="${round(cy)}" r="${round(r)}" fill="${fill}"/>`;
}

/** A filled path. */
export function shape(d: string, fill: string): string {
  return `<path d="${d}" fill="${fill}"/>`;
}

/** A stroked path with round ends. */
export function line(d: string, stroke: string, width: number): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${round(width)}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** A rectangle with rounded corners. */
export function box(x: number, y: number, w: number, h: number, r: number, fill: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="${round(r)}" fill="${fill}"/>`;
}

/** Places a drawing: moved, scaled and turned about the middle (60, 64) of a symbol. */
export function place(x: number, y: number, scale: number, turn: number, content: string): string {
  return `<g transform="translate(${round(x)} ${round(y)}) rotate(${round(turn)}) scale(${scale.toFixed(3)}) translate(-60 -64)">${content}</g>`;
}

/** Moves and turns a part within a symbol. */
export function turn(cx: number, cy: number, degrees: number, content: string): string {
  return `<g transform="rotate(${round(degrees)} ${round(cx)} ${round(cy)})">${content}</g>`;
}

/** The same with less weight. */
export function faint(opacity: number, content: string): string {
  return `<g opacity="${String(opacity)}">${content}</g>`;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));
}

/** A colour between two, `share` of the way from `from` to `to`. */
export function mix(from: string, to: string, share: number): string {
  const b = channels(to);
  return `#${channels(from)
    .map((value, at) => Math.round(value + ((b[at] ?? value) - value) * share))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;
}

/** Towards warm dark. */
export const darker = (hex: string, share: number): string => mix(hex, "#3a2413", share);
/** Towards paper. */
export const lighter = (hex: string, share: number): string => mix(hex, "#fffaf0", share);

/** A leaf from (x, y), pointing up and turned by degrees. */
export function leaf(
  x: number,
  y: number,
  length: number,
  degrees: number,
  fill = "#5b7f45",
): string {
  const half = length * 0.32;
  const body = `M${round(x)} ${round(y)}c${round(-half)} ${round(-length * 0.3)} ${round(-half)} ${round(-length * 0.75)} 0 ${round(-length)}c${round(half)} ${round(length * 0.25)} ${round(half)} ${round(length * 0.7)} 0 ${round(length)}z`;
  const vein = `M${round(x)} ${round(y)}v${round(-length * 0.78)}`;
  return turn(x, y, degrees, shape(body, fill) + line(vein, darker(fill, 0.28), 1.4));
}

/** A round fruit with its shaded side. */
export function fruit(cx: number, cy: number, r: number, fill: string): string {
  const shade = darker(fill, 0.16);
  return (
    dot(cx, cy, r, fill) +
    shape(
      `M${round(cx)} ${round(cy - r)}a${round(r)} ${round(r)} 0 0 1 0 ${round(2 * r)}a${round(r * 1.18)} ${round(r * 1.18)} 0 0 0 0 ${round(-2 * r)}z`,
      shade,
    ) +
    turn(
      cx - r * 0.42,
      cy - r * 0.42,
      -40,
      oval(cx - r * 0.42, cy - r * 0.42, r * 0.2, r * 0.1, lighter(fill, 0.55)),
    )
  );
}
