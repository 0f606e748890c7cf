/** Places an order as its buyer would, and sees its money arrive. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { CheckoutBody } from "../../../contract/checkout";
import { yuanToFen } from "../../../contract/money";
import { placeOrder as buy } from "../../../workflows/checkout/place-order";
import { creditPlacedOrderWorkflow } from "../../../workflows/income/credit-placed-order";
import { confirmTransferWorkflow } from "../../../workflows/payment/confirm-transfer";
import { phoneNumber } from "../data/numbers";
import { keyPrefix, standingOf } from "./ledger-of-deeds";
import { variantKey, type Market } from "./market";
import type { BuyerKind, PlannedOrder } from "./plan";

const places = [
  ["上海市", "上海市", "徐汇区", "310104", "天钥桥路 28 弄 3 号 602 室"],
  ["福建省", "厦门市", "思明区", "350203", "莲前西路 166 号 1204 室"],
  ["广东省", "深圳市", "南山区", "440305", "科苑路 9 号 3 栋 1801"],
  ["北京市", "北京市", "海淀区", "110108", "清河中街 68 号 7 号楼 501"],
  ["江苏省", "南京市", "鼓楼区", "320106", "北京西路 12 号 2 单元 302"],
  ["浙江省", "杭州市", "西湖区", "330106", "文三路 90 号 11 幢 203"],
] as const;

const emails: Readonly<Record<Exclude<BuyerKind, "guest">, string>> = {
  buyer: "buyer@yigou.example",
  buyer_other: "buyer-other@yigou.example",
  work_unit: "work-unit@yigou.example",
};
const names: Readonly<Record<BuyerKind, string>> = {
  buyer: "陈晓雯",
  buyer_other: "李牧之",
  work_unit: "周敏",
  guest: "来客",
};

function addressOf({ buyer, serial }: PlannedOrder): CheckoutBody["shipping_address"] {
  const known = { buyer: 0, buyer_other: 2, work_unit: 1, guest: serial % places.length }[buyer];
  const [province, city, county, county_code, street] = places[known] ?? places[0];
  const phone = phoneNumber(5_000 + (buyer === "guest" ? serial % 4_000 : known));
  return { name: names[buyer], phone, province, city, county, county_code, street };
}

function bodyOf(market: Market, order: PlannedOrder): CheckoutBody | null {
  const items = order.lines.flatMap(({ title, variant, quantity }) => {
    const variant_id = market.variants.get(variantKey(title, variant));
    return variant_id ? [{ variant_id, quantity }] : [];
  });
  if (items.length === 0) return null;
  const byTransfer = order.buyer === "work_unit" || !market.hasSandbox;
  return {
    items,
    email:
      order.buyer === "guest"
        ? `guest-${String(order.serial % 40)}@yigou.example`
        : emails[order.buyer],
    shipping_address: addressOf(order),
    payment_provider_id: byTransfer ? "pp_bank_transfer" : "pp_sandbox_local",
    ...(byTransfer ? {} : { payment_data: { outcome: "success" as const } }),
    ...(order.buyer === "work_unit" && market.work_unit_id
      ? { work_unit_id: market.work_unit_id }
      : {}),
  };
}

/** Places the order unless it stands already, and credits what was captured with it. */
export async function placeOrder(
  container: MedusaContainer,
  market: Market,
  order: PlannedOrder,
  day: string,
): Promise<void> {
  let order_id = (await standingOf(container, order.serial))?.order_id;
  if (!order_id) {
    const body = bodyOf(market, order);
    if (!body) return;
    const customer_id =
      order.buyer === "guest" ? null : (market.customers.get(emails[order.buyer]) ?? null);
    const placed = await buy(container, {
      key: `${keyPrefix(order.serial)}${day}`,
      body,
      buyer: { customer_id, sales_channel_id: market.sales_channel_id },
    });
    order_id = placed.order_id;
  }
  await creditPlacedOrderWorkflow(container).run({ input: { order_id } });
}

/** The operator has seen the transfer arrive. */
export async function confirmTransfer(
  container: MedusaContainer,
  market: Market,
  order: PlannedOrder,
): Promise<void> {
  const standing = await standingOf(container, order.serial);
  if (!standing || standing.paid || standing.canceled) return;
  const { order_id, amount_yuan } = standing;
  await confirmTransferWorkflow(container).run({
    input: {
      order_id,
      amount_fen: yuanToFen(amount_yuan),
      bank_reference: `DEMO-${String(order.serial).padStart(6, "0")}`,
      confirmed_by: `user:${market.operator_id}`,
    },
  });
  await creditPlacedOrderWorkflow(container).run({ input: { order_id } });
}
