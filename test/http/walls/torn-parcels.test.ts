/** Parcels that were packed when the process died: the cooperative sends them all the same, and once. */
import { buyOne, until } from "../shop";
import { TornShop } from "./torn-shop";

let torn: TornShop;

beforeAll(async () => {
  torn = await TornShop.open();
});
afterAll(() => torn.shop.close());

describe("a parcel that was packed when the process died", () => {
  const parcel = { carrier: "中国邮政", tracking_number: "YZ100000077" };

  /** Packs all boxes as the operator does, and sends nothing. */
  async function packed(quantity = 2): Promise<{ order_id: string; path: string }> {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id, quantity);
    const items = [{ id: order.lines[0]?.id ?? "", quantity: 2 }];
    await torn.operator.do(`orders/${order.id}/fulfillments`, { items });
    await torn.sql(
      `update order_fulfillment set created_at = now() - interval '5 minutes' where order_id = $1`,
      [order.id],
    );
    await torn.sql(
      `update order_change_action set created_at = now() - interval '5 minutes' where order_change_id in (
         select id from order_change where order_id = $1)`,
      [order.id],
    );
    return { order_id: order.id, path: `/cooperative/orders/${order.id}` };
  }

  const fulfilled = (order_id: string) =>
    torn.one(
      `select i.fulfilled_quantity as v from order_item i join "order" o on o.id = i.order_id and o.version = i.version
        where o.id = $1 and i.deleted_at is null`,
      [order_id],
    );

  async function expectSentOnce(order_id: string, path: string): Promise<void> {
    const seller = await torn.shop.visitor("cooperative");
    expect((await seller.post(`${path}/ship`, parcel)).status).toBe(200);
    const parcels = `select count(*) as v from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id
      where l.order_id = $1 and f.shipped_at is not null`;
    expect(await torn.one(parcels, [order_id])).toBe("1");
    expect(await fulfilled(order_id)).toBe("2");
    expect((await seller.post(`${path}/ship`, parcel)).status).toBe(409);
    expect((await seller.post(`${path}/deliver`, {})).status).toBe(200);
  }

  it("is sent when the cooperative ships again, once", async () => {
    const { order_id, path } = await packed();
    await expectSentOnce(order_id, path);
  });

  it("is sent although the order's lines do not know of it", async () => {
    const { order_id, path } = await packed();
    await torn.sql(
      `update order_item set fulfilled_quantity = 0, raw_fulfilled_quantity = '{"value":"0","precision":20}'
        where order_id = $1`,
      [order_id],
    );
    await torn.sql(
      `delete from order_change_action where order_change_id in (select id from order_change where order_id = $1)`,
      [order_id],
    );
    await expectSentOnce(order_id, path);
  });

  it("is found again although it is not linked with its order", async () => {
    const { order_id, path } = await packed();
    await torn.sql("delete from order_fulfillment where order_id = $1", [order_id]);
    const links = "select count(*) as v from order_fulfillment where order_id = $1";
    await until(
      () => torn.one(links, [order_id]),
      (count) => count === "1",
    );
    await expectSentOnce(order_id, path);
  });

  it("is not noted twice when nothing is missing", async () => {
    const { order_id } = await packed(5);
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(await fulfilled(order_id)).toBe("2");
  });
});
