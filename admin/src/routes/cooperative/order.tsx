import { useParams } from "react-router";

import { OrderPage } from "../../features/orders/order-page";

/** One order: ship, deliver, confirm the transfer. */
export function Component() {
  const { id = "" } = useParams();
  return <OrderPage key={id} id={id} />;
}
