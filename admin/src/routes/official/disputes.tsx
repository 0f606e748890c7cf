import { Disputes } from "../../features/disputes/disputes";

/** Money that households say they did not get. */
export function Component() {
  return <Disputes />;
}
