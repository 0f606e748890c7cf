import { SettlementList } from "../../features/settlements/settlement-list";

/** Settlements of the area. */
export function Component() {
  return <SettlementList desk="official" />;
}
