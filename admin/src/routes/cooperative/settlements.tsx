import { SettlementList } from "../../features/settlements/settlement-list";

/** Settlements of the cooperative. */
export function Component() {
  return <SettlementList desk="cooperative" />;
}
