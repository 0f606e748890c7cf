import { Contracts } from "../../features/contracts/contracts";

/** Contracts with households. */
export function Component() {
  return <Contracts />;
}
