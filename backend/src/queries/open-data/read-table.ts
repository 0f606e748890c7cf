/** Open data: the same figures as on the public pages, in one table each. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { GoodCard } from "../../contract/goods";
import type { OpenTable } from "../../contract/open-data";
import { publicTotals } from "../income/totals";
import { villageTotals } from "../income/village-totals";
import { goodsColumns, totalsColumns } from "./columns";

const LICENCE = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" };

/** More rows than this belong into a file that is written by night, not into an answer. */
const MOST = 20_000;

type Rows = OpenTable["rows"];

/** Reads a table. */
export async function readOpenTable(
  scope: MedusaContainer,
  table: OpenTable["table"],
): Promise<OpenTable> {
  const head = { table, licence: LICENCE, as_of: new Date().toISOString() };
  return table === "totals"
    ? {
        ...head,
        title: { zh: "按县、村的公示总额", en: "Public totals by county and village" },
        columns: totalsColumns,
        rows: await totalsRows(scope),
      }
    : {
        ...head,
        title: { zh: "在售好货与价钱的去处", en: "Goods for sale and where the price goes" },
        columns: goodsColumns,
        rows: await goodsRows(scope),
      };
}

async function totalsRows(scope: MedusaContainer): Promise<Rows> {
  const whole = await publicTotals(scope);
  const line = (
    level: string,
    row: { code: string; name: string; households: number | null; credited_fen: number | null },
  ) => ({
    level,
    code: row.code,
    name: row.name,
    households: row.households,
    credited_fen: row.credited_fen,
    grade: "measured",
    hidden: row.households === null,
  });
  const { households, credited_fen, counties } = whole;
  const rows: Rows = [line("country", { code: "", name: "全国", households, credited_fen })];
  for (const county of counties) {
    rows.push(line("county", county));
    const villages = await villageTotals(scope, county.code.slice(0, 6), whole);
    rows.push(...villages.map((village) => line("village", village)));
  }
  return rows.slice(0, MOST);
}

async function goodsRows(scope: MedusaContainer): Promise<Rows> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { card: Omit<GoodCard, "in_stock">; in_stock: boolean }[] }>(
    `select card, in_stock from shelf_good order by handle limit ?`,
    [MOST],
  );
  return found.rows.map(({ card, in_stock }) => {
    const part = (party: GoodCard["breakdown"][number]["party"]) =>
      card.breakdown.reduce((sum, one) => sum + (one.party === party ? one.amount_fen : 0), 0);
    return {
      handle: card.handle,
      title: card.title,
      category: card.category,
      county_code: card.county_code,
      county_name: card.county_name,
      cooperative: card.cooperative,
      price_fen: card.price_fen,
      household_fen: part("household"),
      cooperative_fen: part("cooperative"),
      packing_freight_fen: part("packing_freight"),
      platform_fen: part("platform"),
      in_stock,
      grade: "measured",
    };
  });
}
