import { MoneyFlow } from "../../features/money-flow/money-flow";

/** Where each yuan of a month went. */
export function Component() {
  return <MoneyFlow />;
}
