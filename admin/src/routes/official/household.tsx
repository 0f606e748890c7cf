import { useParams } from "react-router";

import { HouseholdFile } from "../../features/household-file/household-file";

/** One household's file with its income account. */
export function Component() {
  const { id = "" } = useParams();
  return <HouseholdFile key={id} id={id} />;
}
