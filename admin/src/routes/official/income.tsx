import { IncomeSummary } from "../../features/income/income-summary";

/** The income summary that drills down. */
export function Component() {
  return <IncomeSummary />;
}
