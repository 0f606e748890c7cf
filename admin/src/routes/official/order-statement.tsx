import { useParams } from "react-router";

import { OrderStatement } from "../../features/statement/statements";

/** The statement of one order. */
export function Component() {
  const { id = "" } = useParams();
  return <OrderStatement key={id} id={id} />;
}
