/** The dictionary of the open data: every column, its type, what it means. */
import type { OpenTable } from "../../contract/open-data";

type Columns = OpenTable["columns"];

const column = (name: string, type: string, zh: string, en: string): Columns[number] => ({
  name,
  type,
  zh,
  en,
});

/** Columns of the totals. */
export const totalsColumns: Columns = [
  column(
    "level",
    "text",
    "级别：country 全国，county 县，village 村",
    "country, county or village",
  ),
  column(
    "code",
    "text",
    "区划代码，12 位；全国为空",
    "division code of 12 digits; empty for the country",
  ),
  column("name", "text", "地名", "name of the place"),
  column(
    "households",
    "integer, empty when hidden",
    "有已结算入账的户数；不足五户或为保护邻近小组时为空",
    "households with settled income; empty below five, and where it protects a small group",
  ),
  column(
    "credited_fen",
    "integer fen, empty when hidden",
    "已结算及以后的入账净额，单位分；与户数同时隐藏",
    "net credited, settled or later, in fen; hidden together with the households",
  ),
  column(
    "grade",
    "text",
    "measured：平台实测。核实数、估计数不与之相加",
    "measured by the platform; never added to verified or estimated figures",
  ),
  column("hidden", "true or false", "是否隐藏", "whether the figures are hidden"),
];

/** Columns of the goods. */
export const goodsColumns: Columns = [
  column("handle", "text", "商品地址名，/goods/ 之后", "address of the good, after /goods/"),
  column("title", "text", "名称", "title"),
  column("category", "text", "种类", "category"),
  column("county_code", "text", "产地县代码，6 位", "county of origin, 6 digits"),
  column("county_name", "text", "产地县", "county of origin"),
  column("cooperative", "text", "卖家", "seller"),
  column("price_fen", "integer fen", "最低售价，单位分", "lowest price in fen"),
  column("household_fen", "integer fen", "其中到农户", "of which reaches the households"),
  column("cooperative_fen", "integer fen", "其中合作社服务", "of which the cooperative's service"),
  column("packing_freight_fen", "integer fen", "其中包装与运费", "of which packing and freight"),
  column("platform_fen", "integer fen", "其中平台", "of which the platform"),
  column("in_stock", "true or false", "是否有货", "in stock"),
  column("grade", "text", "measured：售价与分账规则，实测", "measured: prices and split rules"),
];
