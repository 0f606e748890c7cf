/** Shipping options of the shop, and the reasons why goods and money come back. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createRefundReasonsWorkflow,
  createReturnReasonsWorkflow,
  createShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows";
import { z } from "zod";

interface Place {
  location_id: string;
  profile_id: string;
  region_id: string;
}

const SET = "全国配送";
const PROVIDER = "manual_manual";

/** Price in yuan, as Medusa takes it. */
const options = [
  {
    name: "普通快递 · 包邮",
    code: "standard",
    description: "产地直发，三到五天",
    yuan: 0,
    back: false,
  },
  {
    name: "冷链快递",
    code: "cold",
    description: "保温箱加冰袋，次日到三日达",
    yuan: 8,
    back: false,
  },
  { name: "退货上门取件", code: "pick_up", description: "快递员上门取件", yuan: 0, back: true },
] as const;

/** Opens the one zone and its options, unless they stand. */
export async function ensureShipping(container: MedusaContainer, place: Place): Promise<void> {
  const zone_id = await ensureZone(container, place.location_id);
  const fulfillment = container.resolve(Modules.FULFILLMENT);
  const known = await fulfillment.listShippingOptions({ service_zone: { id: zone_id } });
  const names = new Set(known.map((option) => option.name));
  const missing = options.filter((option) => !names.has(option.name));
  if (missing.length === 0) return;
  await createShippingOptionsWorkflow(container).run({
    input: missing.map((option) => ({
      name: option.name,
      price_type: "flat" as const,
      provider_id: PROVIDER,
      service_zone_id: zone_id,
      shipping_profile_id: place.profile_id,
      type: { label: option.name, description: option.description, code: option.code },
      prices: [
        { currency_code: "cny", amount: option.yuan },
        { region_id: place.region_id, amount: option.yuan },
      ],
      rules: [
        { attribute: "enabled_in_store", value: "true", operator: "eq" as const },
        { attribute: "is_return", value: option.back ? "true" : "false", operator: "eq" as const },
      ],
    })),
  });
}

async function ensureZone(container: MedusaContainer, location_id: string): Promise<string> {
  const fulfillment = container.resolve(Modules.FULFILLMENT);
  const [known] = await fulfillment.listFulfillmentSets(
    { name: SET },
    { take: 1, relations: ["service_zones"] },
  );
  const set =
    known ??
    (await fulfillment.createFulfillmentSets({
      name: SET,
      type: "shipping",
      service_zones: [{ name: "中国", geo_zones: [{ country_code: "cn", type: "country" }] }],
    }));
  const link = container.resolve(ContainerRegistrationKeys.LINK);
  // A link that stands already is left as it is.
  await link.create([
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: location_id },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: PROVIDER },
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: location_id },
      [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
    },
  ]);
  const [zone] = set.service_zones;
  if (!zone) throw new Error("the fulfilment set has no zone");
  return zone.id;
}

/** The code decides who bears a refund: freight and platform never hit a household. */
const refundReasons = [
  { code: "buyer", label: "买家原因", description: "不想要、拍错" },
  { code: "quality", label: "品质问题", description: "坏果、缺斤、与描述不符" },
  { code: "freight", label: "物流损坏", description: "由平台损失池承担，不影响农户" },
  { code: "platform", label: "平台原因", description: "由平台损失池承担，不影响农户" },
  { code: "fraud", label: "欺诈", description: "冒充产地或农户" },
];

const returnReasons = [
  { value: "buyer", label: "不想要了" },
  { value: "quality", label: "品质问题" },
  { value: "freight", label: "运输损坏" },
];

/** Puts the reasons down, unless they stand. */
export async function ensureReasons(container: MedusaContainer): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({ entity: "refund_reason", fields: ["code"] });
  const known = new Set(
    z
      .array(z.object({ code: z.string() }))
      .parse(data)
      .map((row) => row.code),
  );
  const missing = refundReasons.filter((reason) => !known.has(reason.code));
  if (missing.length > 0) {
    await createRefundReasonsWorkflow(container).run({ input: { data: missing } });
  }
  const orders = container.resolve(Modules.ORDER);
  const values = new Set((await orders.listReturnReasons({})).map((reason) => reason.value));
  const wanted = returnReasons.filter((reason) => !values.has(reason.value));
  if (wanted.length > 0) {
    await createReturnReasonsWorkflow(container).run({ input: { data: wanted } });
  }
}
