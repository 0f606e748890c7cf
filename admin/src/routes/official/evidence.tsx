import { useParams } from "react-router";

import { Evidence } from "../../features/money-flow/evidence";
import { Astray } from "../astray";

/** One transaction with its evidence. */
export function Component() {
  const seq = Number(useParams().seq);
  return Number.isSafeInteger(seq) && seq > 0 ? <Evidence key={seq} seq={seq} /> : <Astray />;
}
