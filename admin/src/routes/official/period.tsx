import { useParams } from "react-router";

import { PeriodPage } from "../../features/periods/period-page";

/** One month of a county. */
export function Component() {
  const { month = "" } = useParams();
  return <PeriodPage key={month} month={month} />;
}
