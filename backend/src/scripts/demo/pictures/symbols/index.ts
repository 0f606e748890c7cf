/** Every symbol by its name, with the colour that its close-up and label take. */
import * as craft from "./craft";
import * as field from "./field";
import * as forest from "./forest";
import * as kitchen from "./kitchen";
import * as nuts from "./nuts";
import * as orange from "./orange";
import * as orchard from "./orchard";
import * as roots from "./roots";
import * as table from "./table";
import * as yard from "./yard";

/** A drawable kind of goods. */
export interface Symbol {
  draw: () => string;
  accent: string;
  /** How goods of this kind lie: many in a heap, a few, or one alone. */
  lies: "many" | "few" | "one";
  /** A single piece, where the symbol shows several. */
  piece?: () => string;
}

const many = (draw: () => string, accent: string): Symbol => ({ draw, accent, lies: "many" });
const few = (draw: () => string, accent: string): Symbol => ({ draw, accent, lies: "few" });
const one = (draw: () => string, accent: string): Symbol => ({ draw, accent, lies: "one" });

const symbols: Readonly<Record<string, Symbol>> = {
  orange: many(() => orange.orange(), "#e9822b"),
  "orange-leaf": many(() => orange.orange("#ec8f34", 2), "#e58a2e"),
  "orange-half": few(() => orange.orangeHalf(), "#e9822b"),
  "orange-red": few(() => orange.orangeHalf("#e0702c", "#e2604a"), "#dd5f45"),
  "orange-dried": few(orange.orangeDried, "#c97a2e"),
  "melon-seed": few(orchard.melonSeed, "#b93a2a"),
  peach: many(orchard.peach, "#e8856f"),
  grape: few(orchard.grape, "#9db956"),
  strawberry: few(orchard.strawberry, "#d8423a"),
  kiwi: few(orchard.kiwi, "#8fb04a"),
  longan: few(orchard.longan, "#b98a4e"),
  "longan-flesh": one(orchard.longanFlesh, "#cf8b3a"),
  emblic: few(orchard.emblic, "#a9bf52"),
  rice: one(() => field.riceBowl("#fbf6ea"), "#47693a"),
  "rice-black": one(() => field.riceBowl("#4a4450", "#a8643d", false), "#4a4450"),
  "rice-red": one(() => field.riceBowl("#b5604a", "#3f6f86"), "#b5604a"),
  "rice-purple": one(() => field.riceBowl("#6a4a70", "#dcc27a"), "#6a4a70"),
  "rice-duck": one(field.riceDuck, "#6b9150"),
  corn: few(field.corn, "#e6b326"),
  radish: few(roots.radish, "#8fae6a"),
  "radish-dried": one(roots.radishDried, "#c9823c"),
  yam: few(roots.yam, "#a5825a"),
  ginger: few(roots.ginger, "#d0a455"),
  "sweet-potato": few(() => roots.sweetPotato(), "#b5567a"),
  "sweet-potato-strips": one(roots.sweetPotatoStrips, "#d2702f"),
  "lotus-root": few(roots.lotusRoot, "#c99a78"),
  cress: one(field.cress, "#6b9150"),
  chilli: few(() => field.chilli(), "#c8372b"),
  peanut: few(field.peanut, "#cfa263"),
  mushroom: few(() => forest.mushroom(), "#8a5a3c"),
  "mushroom-flower": few(() => forest.mushroom("#7a4f36", true), "#8f6244"),
  "mushroom-long": one(forest.mushroomLong, "#a9703f"),
  "mushroom-straw": few(forest.strawMushroom, "#7b6a58"),
  "wood-ear": few(forest.woodEar, "#54413a"),
  "white-fungus": few(forest.whiteFungus, "#d9b968"),
  "bamboo-fungus": one(forest.bambooFungus, "#a8a068"),
  bolete: few(forest.bolete, "#a8642e"),
  "bamboo-shoot": few(() => forest.shoot(), "#8d6a3c"),
  "winter-shoot": few(() => forest.shoot(true), "#b08a52"),
  walnut: few(nuts.walnut, "#b98a52"),
  "walnut-kernel": one(nuts.walnutKernels, "#b87f42"),
  macadamia: few(nuts.macadamia, "#8a5a34"),
  cardamom: few(nuts.cardamom, "#8e4632"),
  tea: one(() => table.tea(), "#5b7f45"),
  "tea-white": one(() => table.tea("#8fa68a"), "#7d957a"),
  "tea-bowl": one(() => table.teaBowl(), "#c9903c"),
  "tea-black": one(() => table.teaBowl("#b5502a", "#f3e6d2"), "#a8482a"),
  "tea-red": one(() => table.teaHeap("#6b3a28"), "#8a4a30"),
  "tea-cake": one(table.teaCake, "#8d7a4d"),
  honey: one(() => table.honey(), "#e0a11b"),
  "honey-white": one(() => table.honey("#ead59a"), "#cfa84a"),
  "honey-dark": one(() => table.honey("#a8651c"), "#a8651c"),
  "oil-camellia": one(() => table.oil("camellia"), "#c99a2c"),
  "oil-walnut": one(() => table.oil("walnut"), "#b98a3c"),
  "noodle-rice": one(() => kitchen.noodleBundle("#efe4c8"), "#cdb98a"),
  "noodle-potato": one(() => kitchen.noodleBundle("#a89a8a", "#6b4a2b"), "#8f8070"),
  "noodle-knot": few(() => kitchen.noodleCoils("#b3a797"), "#988a79"),
  "noodle-thread": one(kitchen.noodleThread, "#cdb98a"),
  "dried-greens": one(kitchen.driedGreens, "#5b4d2c"),
  "chilli-sauce": one(kitchen.chilliSauce, "#c23a26"),
  "tofu-sheet": one(kitchen.tofuSheet, "#d9c48a"),
  "brown-sugar": one(kitchen.brownSugar, "#7a4322"),
  egg: { ...one(() => yard.eggs(), "#c99a6a"), piece: () => yard.egg("#e0b48a") },
  "duck-egg": { ...one(yard.duckEggs, "#8fa8a6"), piece: () => yard.egg("#c9d6d4") },
  chicken: one(yard.chicken, "#b5652e"),
  duck: one(yard.curedDuck, "#b5763a"),
  ham: one(yard.ham, "#b0503a"),
  dendrobium: one(yard.dendrobium, "#7a5a84"),
  "dendrobium-coil": one(yard.dendrobiumCoil, "#a38c42"),
  coffee: one(yard.coffee, "#6b4228"),
  basket: one(() => craft.basket(), "#b98a45"),
  band: one(craft.band, "#a8372b"),
  mat: one(craft.mat, "#b09858"),
  bridge: one(craft.bridge, "#8a5a34"),
  embroidery: one(craft.embroidery, "#c9808e"),
  bookmark: one(craft.bookmark, "#7d9150"),
  bag: one(craft.bag, "#33415c"),
};

/** @throws when a product names a symbol that nobody has drawn */
export function symbolOf(name: string): Symbol {
  const found = symbols[name];
  if (!found) throw new Error(`no drawn symbol ${name}`);
  return found;
}

export const symbolNames: readonly string[] = Object.keys(symbols);
