import { Clearances } from "../../features/clearances/clearances";

/** Clearance offers. */
export function Component() {
  return <Clearances />;
}
