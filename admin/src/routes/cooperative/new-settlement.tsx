import { NewSettlement } from "../../features/settlements/new-settlement";

/** A settlement of what is payable now. */
export function Component() {
  return <NewSettlement />;
}
