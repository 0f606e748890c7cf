import { OrderList } from "../../features/orders/order-list";

/** The cooperative's own orders. */
export function Component() {
  return <OrderList />;
}
