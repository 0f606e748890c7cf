import { useParams } from "react-router";

import { VerifiedIncome } from "../../features/verified-income/verified-income";

/** A household's income by year. */
export function Component() {
  const { id = "" } = useParams();
  return <VerifiedIncome key={id} id={id} />;
}
