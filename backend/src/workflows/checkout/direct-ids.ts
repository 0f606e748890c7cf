/** The ids of everything that a plain purchase becomes, as Medusa would name it. */
import { generateEntityId } from "@medusajs/framework/utils";

const make = (prefix: string): string => generateEntityId(undefined, prefix);

/** @returns fresh ids */
export function newIds() {
  return {
    cart: make("cart"),
    cart_ship_to: make("caaddr"),
    cart_bill_to: make("caaddr"),
    cart_delivery: make("casm"),
    cart_collection: make("capaycol"),
    collection: make("pay_col"),
    session: make("payses"),
    payment: make("pay"),
    capture: make("capt"),
    order: make("order"),
    ship_to: make("ordaddr"),
    bill_to: make("ordaddr"),
    delivery: make("ordsm"),
    order_delivery: make("ordspmv"),
    summary: make("ordsum"),
    transaction: make("ordtrx"),
    order_cart: make("ordercart"),
    order_collection: make("ordpay"),
  };
}

/** Ids by what they name. */
export type DirectIds = Readonly<ReturnType<typeof newIds>>;

/** @returns fresh ids of one line: in the cart, in the order, of its quantity there, of its reservation */
export function newLineIds() {
  return {
    cart_line_id: make("cali"),
    line_id: make("ordli"),
    item_id: make("orditem"),
    reservation_id: make("resitem"),
  };
}
