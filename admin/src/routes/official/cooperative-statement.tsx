import { useParams } from "react-router";

import { CooperativeStatement } from "../../features/statement/statements";

/** The statement of one cooperative. */
export function Component() {
  const { id = "" } = useParams();
  return <CooperativeStatement key={id} id={id} />;
}
