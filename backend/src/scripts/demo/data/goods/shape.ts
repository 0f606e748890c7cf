/** The shape of one product of the demonstration, as it is written by hand. */
import { z } from "zod";

/** Categories by their handle. */
export const categoryLabels = {
  fruit: "鲜果与果干",
  tea: "茶与咖啡",
  honey: "蜂蜜",
  mushroom: "菌菇",
  noodle: "米粉与面",
  grain: "米粮坚果",
  oil: "食用油",
  vegetable: "蔬菜与腌干",
  livestock: "禽蛋腊味",
  handicraft: "手作",
} as const;

const category = z.enum([
  "fruit",
  "tea",
  "honey",
  "mushroom",
  "noodle",
  "grain",
  "oil",
  "vegetable",
  "livestock",
  "handicraft",
]);

export const packings = [
  "carton",
  "gift",
  "jar",
  "bottle",
  "pouch",
  "tin",
  "tray",
  "sack",
  "paper",
  "frame",
] as const;
export type Packing = (typeof packings)[number];

/** Kinds of certificates, as they are printed. */
export const certificateLabels = {
  compliance: "承诺达标合格证",
  green: "绿色食品",
  gi: "农产品地理标志",
  licence: "食品生产许可",
  workshop: "小作坊登记证",
  quarantine: "动物检疫合格证",
} as const;

const certificateKind = z.enum(["compliance", "green", "gi", "licence", "workshop", "quarantine"]);

export const goodRow = z.strictObject({
  title: z.string().min(3).max(60),
  en: z.string().min(3).max(120),
  about: z.string().min(40).max(400),
  about_en: z.string().min(20).max(400),
  category,
  coop: z.string(),
  township: z.string().regex(/^\d{9}$/),
  /** Where all its suppliers live, when that is one village. */
  village: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  kind: z.enum(["fresh", "dry", "processed", "craft"]),
  /** The drawn symbol, and the tint of the ground behind it. */
  symbol: z.string(),
  ground: z.string().regex(/^#[0-9a-f]{6}$/),
  pack: z.enum(packings),
  /** Month and day of the harvest; how many seasons back; days that the goods keep. */
  harvest: z.tuple([
    z.string().regex(/^\d{2}-\d{2}$/),
    z.int().min(0).max(1),
    z.int().min(2).max(1500),
  ]),
  certs: z.array(certificateKind).min(0).max(3),
  /** Service fee in parts per million of the price; packing and freight for each unit, whole fen. */
  fees: z.tuple([z.int().min(0).max(300_000), z.int().min(0), z.int().min(0)]),
  /** Title, price in fen, stock, weight in grams. */
  variants: z
    .array(z.tuple([z.string(), z.int().positive(), z.int().min(0), z.int().positive()]))
    .min(1)
    .max(3),
  /** What each household delivered into the lot, in grams. */
  weights_g: z.array(z.int().positive()).min(1).max(12),
});
export type GoodRow = z.infer<typeof goodRow>;
