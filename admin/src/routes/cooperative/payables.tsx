import { Payables } from "../../features/payables/payables";

/** What the cooperative owes each household. */
export function Component() {
  return <Payables />;
}
