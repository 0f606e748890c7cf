/** A certificate of thanks as a picture to share. It says what it is given, and knows nothing else. */
import sharp, { type OverlayOptions } from "sharp";

import { formatFen, type Fen } from "../contract/fen";

/** What a certificate says. */
export interface Thanks {
  lang: "zh" | "en";
  /** The name that the buyer wants to stand there; null for none. */
  name: string | null;
  /** Where the goods come from: county and township. */
  places: readonly string[];
  /** What reached the households; null when the buyer keeps it to herself. */
  amount_fen: Fen | null;
  /** YYYY-MM-DD. */
  on: string;
}

const WIDTH = 1080;
const HEIGHT = 1350;
const MARGIN = 130;
const INK = "#20241d";
const QUIET = "#5d6355";
const ACCENT = "#a8470c";

const GROUND = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
  <rect width="100%" height="100%" fill="#faf7f0"/>
  <rect x="44" y="44" width="992" height="1262" rx="26" fill="#fffdf8" stroke="#d8cfb8" stroke-width="2"/>
  <rect x="62" y="62" width="956" height="1226" rx="16" fill="none" stroke="#e9822b" stroke-width="3"/>
  <g transform="translate(468 120) scale(1.2)"><circle cx="60" cy="66" r="46" fill="#e9822b"/>
  <path d="M60 20a46 46 0 0 1 0 92 54 54 0 0 0 0-92z" fill="#d96d18"/>
  <path d="M60 24c2-12 14-21 31-20-2 14-15 22-31 20z" fill="#47693a"/></g>
  <path d="M130 1120h820" stroke="#d8cfb8" stroke-width="2" stroke-dasharray="3 12" stroke-linecap="round"/></svg>`;

const words = {
  zh: {
    title: "感谢状",
    to: (name: string) => `${name}：`,
    text: (places: string) => `您买下了${places}的好货。`,
    amount: "从这份订单记到种它的人家名下",
    plain: "货款按交货的斤两，记到了种它的人家名下。",
    close: "不是捐款，是买好货。谢谢您。",
    foot: "以购 · 买好货，就是帮到人",
  },
  en: {
    title: "With thanks",
    to: (name: string) => name,
    text: (places: string) => `You bought good things from ${places}.`,
    amount: "of this order reached the households that grew them",
    plain: "What you paid reached the households that grew them, by the weight they delivered.",
    close: "Not a donation: a purchase. Thank you.",
    foot: "Yigou · buy well, and it reaches people",
  },
} as const;

interface Line {
  text: string;
  size: number;
  bold?: boolean;
  colour?: string;
  /** Free space above it. */
  gap: number;
}

/** Draws a certificate as PNG. */
export async function thanksPng(thanks: Thanks): Promise<Buffer> {
  const layers: OverlayOptions[] = [];
  let top = 290;
  for (const line of linesOf(thanks)) {
    const { data, info } = await written(line);
    layers.push({ input: data, left: Math.round((WIDTH - info.width) / 2), top: top + line.gap });
    top += line.gap + info.height;
  }
  const w = words[thanks.lang];
  const feet = [
    { text: w.foot, size: 30, bold: true, gap: 1150 },
    { text: thanks.on, size: 26, colour: QUIET, gap: 1206 },
  ];
  for (const foot of feet) {
    const { data, info } = await written(foot);
    layers.push({ input: data, left: Math.round((WIDTH - info.width) / 2), top: foot.gap });
  }
  return sharp(Buffer.from(GROUND)).composite(layers).png({ compressionLevel: 9 }).toBuffer();
}

function linesOf({ lang, name, places, amount_fen }: Thanks): Line[] {
  const w = words[lang];
  const where = places.join(lang === "zh" ? "、" : ", ");
  return [
    { text: w.title, size: 84, bold: true, gap: 0 },
    ...(name === null ? [] : [{ text: w.to(name), size: 48, bold: true, gap: 96 }]),
    { text: w.text(where), size: 42, gap: 76 },
    ...(amount_fen === null
      ? [{ text: w.plain, size: 36, gap: 72 }]
      : [
          { text: `¥${formatFen(amount_fen)}`, size: 92, bold: true, colour: ACCENT, gap: 88 },
          { text: w.amount, size: 34, colour: QUIET, gap: 26 },
        ]),
    { text: w.close, size: 38, gap: 92 },
  ];
}

/** NOTE: the text is marked up for Pango, so that what a buyer typed must not be able to. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0).toString()};`);
}

async function written({ text, size, bold = false, colour = INK }: Line) {
  const file = bold ? "700Bold/NotoSansSC_700Bold" : "400Regular/NotoSansSC_400Regular";
  return sharp({
    text: {
      text: `<span foreground="${colour}">${escaped(text)}</span>`,
      font: `Noto Sans SC${bold ? " Bold" : ""} ${size.toString()}`,
      fontfile: require.resolve(`@expo-google-fonts/noto-sans-sc/${file}.ttf`),
      rgba: true,
      dpi: 72,
      width: WIDTH - 2 * MARGIN,
      align: "centre",
      spacing: Math.round(size * 0.35),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
}
