/** Categories, pictures and the eighty products, listed as their cooperatives would. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { createProductCategoriesWorkflow } from "@medusajs/medusa/core-flows";

import type { ProductBody } from "../../../contract/cooperative";
import { listProductsWorkflow } from "../../../workflows/supply/list-products";
import { goodsFor, type GoodSeed } from "../data/goods";
import { categoryLabels } from "../data/goods/shape";
import { picturesOf } from "../pictures";
import { piecesOf, type Progress } from "./progress";

const PIECE = 20;

/** The folder that Medusa serves as /static: uploaded and drawn pictures lie side by side. */
function pictureFolder(): string {
  return join(process.cwd(), "static", "goods");
}

async function ensureCategories(container: MedusaContainer): Promise<void> {
  const known = await container.resolve(Modules.PRODUCT).listProductCategories({}, { take: 100 });
  const handles = new Set(known.map((category) => category.handle));
  const missing = Object.entries(categoryLabels).filter(([handle]) => !handles.has(handle));
  if (missing.length === 0) return;
  await createProductCategoriesWorkflow(container).run({
    input: {
      product_categories: missing.map(([handle, name]) => ({
        name,
        handle,
        is_active: true,
        is_internal: false,
      })),
    },
  });
}

/** Draws the pictures of every product; drawing them again gives the same files. */
async function drawPictures(goods: readonly GoodSeed[]): Promise<void> {
  const folder = pictureFolder();
  await mkdir(folder, { recursive: true });
  const pictures = goods.flatMap((good, index) => picturesOf(good, index));
  await Promise.all(pictures.map(({ name, svg }) => writeFile(join(folder, name), svg)));
}

function bodyOf(
  good: GoodSeed,
  index: number,
  households: ReadonlyMap<string, string>,
): ProductBody {
  const { row } = good;
  const [service_ppm, packing_fen, freight_fen] = row.fees;
  return {
    title: row.title,
    title_en: row.en,
    description: row.about,
    description_en: row.about_en,
    category: row.category,
    images: picturesOf(good, index).map(({ name }) => `/static/goods/${name}`),
    variants: row.variants.map(([title, price_fen, stock, weight_g]) => ({
      title,
      price_fen,
      stock,
      weight_g,
    })),
    certificates: good.certificates,
    lot: good.lot,
    contributions: good.suppliers.map(({ household_key, weight_g }) => ({
      household_id: households.get(household_key) ?? "",
      weight_g,
    })),
    service_ppm,
    packing_fen,
    freight_fen,
  };
}

/** Titles that are listed already: a loading that broke off goes on behind them. */
async function listedTitles(container: MedusaContainer): Promise<Set<string>> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { title: string }[] }>(
    `select p.title from product p join listing l on l.product_id = p.id where p.deleted_at is null`,
  );
  return new Set(rows.map((row) => row.title));
}

/** Lists what is not listed yet, a score at a time. */
export async function loadGoods(
  container: MedusaContainer,
  say: Progress,
  ids: { households: ReadonlyMap<string, string>; cooperatives: ReadonlyMap<string, string> },
  today: string,
): Promise<void> {
  const goods = goodsFor(today);
  await ensureCategories(container);
  await drawPictures(goods);
  const listed = await listedTitles(container);
  const listings = goods.flatMap((good, index) =>
    listed.has(good.row.title)
      ? []
      : [
          {
            cooperative_id: ids.cooperatives.get(good.row.coop) ?? "",
            product: bodyOf(good, index, ids.households),
            effective_at: `${good.lot.harvested_on}T00:00:00.000Z`,
          },
        ],
  );
  let done = goods.length - listings.length;
  for (const piece of piecesOf(listings, PIECE)) {
    await listProductsWorkflow(container).run({ input: { listings: piece } });
    done += piece.length;
    say(done, goods.length);
  }
}
