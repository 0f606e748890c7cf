import { useParams } from "react-router";

import { OwnOrderStatement } from "../../features/statement/statements";

/** The statement of one of the cooperative's orders. */
export function Component() {
  const { id = "" } = useParams();
  return <OwnOrderStatement key={id} id={id} />;
}
