import { useParams } from "react-router";

import { SettlementPage } from "../../features/settlements/settlement-page";

/** One settlement. */
export function Component() {
  const { id = "" } = useParams();
  return <SettlementPage key={id} desk="cooperative" id={id} />;
}
