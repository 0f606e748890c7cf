/** What tests of reviews and complaints share: goods that arrived, photos, the order's page of after-sale. */
import sharp from "sharp";
import {
  afterSaleReplySchema,
  complaintReplySchema,
  cooperativeOrderReplySchema,
  photoReplySchema,
} from "@yigou/backend/contract";

import { checkoutOf } from "../lists/checkouts";
import { buy, type Bought, type Listed, untilCredited } from "./shop";
import { replyOf, type Sent, type Visitor } from "./visitor";

/** Headers of a guest's order. */
export const tokenOf = (token: string | undefined): Sent => ({
  headers: token ? { "x-order-token": token } : {},
});

/** An order of goods, paid and credited. */
export async function order(
  buyer: Visitor,
  goods: readonly (readonly [Listed, number])[],
): Promise<Bought> {
  const items = goods.map(([{ variant_id }, quantity]) => ({ variant_id, quantity }));
  const bought = await buy(buyer, { ...checkoutOf(items[0]?.variant_id ?? ""), items });
  await untilCredited(buyer, bought.order.id, bought.token);
  return bought;
}

/** Sends and delivers all of an order. */
export async function deliver(seller: Visitor, order_id: string): Promise<void> {
  const parcel = { carrier: "中国邮政", tracking_number: "YZ700000001" };
  const path = `/cooperative/orders/${order_id}`;
  replyOf(await seller.post(`${path}/ship`, parcel), cooperativeOrderReplySchema);
  replyOf(await seller.post(`${path}/deliver`), cooperativeOrderReplySchema);
}

/** An order that has arrived, and how its buyer speaks of it. */
export async function arrived(
  buyer: Visitor,
  seller: Visitor,
  goods: readonly (readonly [Listed, number])[],
) {
  const bought = await order(buyer, goods);
  await deliver(seller, bought.order.id);
  return { ...bought, ...speaker(buyer, bought) };
}

/** How the buyer of an order speaks of it. */
export function speaker(buyer: Visitor, { order: { id, lines }, token }: Bought) {
  const path = `/store/orders/${id}`;
  const sent = tokenOf(token);
  return {
    line: (goods: Listed) =>
      lines.find((line) => line.variant_id === goods.variant_id)?.id ?? "line_unknown",
    review: async (body: unknown) => buyer.post(`${path}/reviews`, body, sent),
    complain: async (body: unknown) => buyer.post(`${path}/complaints`, body, sent),
    opened: async (body: unknown) =>
      replyOf(await buyer.post(`${path}/complaints`, body, sent), complaintReplySchema).complaint,
    step: async (complaint_id: string, body: unknown) =>
      buyer.post(`${path}/complaints/${complaint_id}/steps`, body, sent),
    upload: async (form: FormData) => buyer.post(`${path}/photos`, form, sent),
    photo: async (bytes: Buffer) =>
      replyOf(await buyer.post(`${path}/photos`, formOf(bytes), sent), photoReplySchema).photo.id,
    look: async () => replyOf(await buyer.get(`${path}/after-sale`, sent), afterSaleReplySchema),
    get: async (below: string) => buyer.get(`${path}/${below}`, sent),
  };
}

/** A multipart body with one file, whatever it is. */
export function formOf(bytes: Buffer, type = "image/jpeg"): FormData {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(bytes)], { type }), "a.jpg");
  return form;
}

/** A photo with the place where it was taken. */
export async function taken(): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: "#e8743b" } })
    .jpeg()
    .withExif({
      IFD0: { Copyright: "Zhang of Xinfeng" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "25/1 23/1 0/1" },
    })
    .toBuffer();
}
