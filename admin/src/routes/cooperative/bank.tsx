import { Reconciliation } from "../../features/reconciliation/reconciliation";

/** The ledger beside the bank. */
export function Component() {
  return <Reconciliation />;
}
