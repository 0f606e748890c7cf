/**
 * The design tokens: every colour, face and measure of the panel. CSS reads them as variables
 * (`--persimmon`), Ant Design through the theme; nothing else may name a colour.
 */
import type { DisplayMode } from "../lib/display-mode";

/** Colours of the land on paper. */
const light = {
  paper: "#faf7f0",
  side: "#f6f3ea",
  desk: "#ffffff",
  card: "#fffdf8",
  head: "#f9f7f1",
  hover: "#fdf9f2",
  ink: "#20241d",
  "ink-2": "#5d6355",
  "ink-3": "#666b5e",
  "on-ink": "#faf7f0",
  rule: "#e6dfcf",
  "rule-soft": "#efeae0",
  field: "#b9b19c",
  persimmon: "#cf4a17",
  "persimmon-ink": "#a83a0f",
  "persimmon-wash": "#fbe9df",
  "on-persimmon": "#ffffff",
  tea: "#47693a",
  "tea-wash": "#e6eedd",
  straw: "#dcc27a",
  "straw-ink": "#755b10",
  "straw-wash": "#f6ecd0",
  clay: "#a8643d",
  water: "#3f6f86",
  "water-wash": "#e5edf1",
  stone: "#ecebe4",
} as const;

/** A name of a colour. */
export type Colour = keyof typeof light;

const dark: Record<Colour, string> = {
  paper: "#161812",
  side: "#1a1d16",
  desk: "#1e211a",
  card: "#23271e",
  head: "#262a21",
  hover: "#2a2e24",
  ink: "#ece8dc",
  "ink-2": "#bdbbab",
  "ink-3": "#9d9c8c",
  "on-ink": "#1e211a",
  rule: "#3b3f33",
  "rule-soft": "#31352a",
  field: "#6c6f60",
  persimmon: "#f07f4d",
  "persimmon-ink": "#ffa079",
  "persimmon-wash": "#40281c",
  "on-persimmon": "#22130b",
  tea: "#8fb37d",
  "tea-wash": "#283522",
  straw: "#cdb467",
  "straw-ink": "#e2cb85",
  "straw-wash": "#3a3320",
  clay: "#cf916c",
  water: "#86b3c8",
  "water-wash": "#22323a",
  stone: "#33362d",
};

/** The colours of each mode. */
export const colours: Record<DisplayMode, Record<Colour, string>> = { light, dark };

/** Chinese system faces: sans for reading, serif for headings. */
export const faces = {
  sans: '"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif',
  serif: '"Songti SC","Noto Serif CJK SC","Source Han Serif SC",serif',
} as const;

/** Measures in pixels. */
export const measures = { radius: 10, radiusSmall: 6, text: 13.5, control: 34 } as const;

/** The tokens as a style sheet. Paper is always light, whatever the screen shows. */
export function tokenSheet(): string {
  const shared = `--serif:${faces.serif};--sans:${faces.sans};--r:${measures.radius}px;--r-s:${measures.radiusSmall}px;`;
  return [
    `:root{${shared}${variables("light")}color-scheme:light}`,
    `:root[data-display=dark]{${variables("dark")}color-scheme:dark}`,
    `@media print{:root[data-display=dark]{${variables("light")}color-scheme:light}}`,
  ].join("\n");
}

function variables(mode: DisplayMode): string {
  return Object.entries(colours[mode])
    .map(([name, value]) => `--${name}:${value};`)
    .join("");
}
