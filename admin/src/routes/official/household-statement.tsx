import { useParams } from "react-router";

import { HouseholdStatement } from "../../features/statement/statements";

/** The statement of one household. */
export function Component() {
  const { id = "" } = useParams();
  return <HouseholdStatement key={id} id={id} />;
}
