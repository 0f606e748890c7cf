import { Periods } from "../../features/periods/periods";

/** The months of a county and their closing. */
export function Component() {
  return <Periods />;
}
