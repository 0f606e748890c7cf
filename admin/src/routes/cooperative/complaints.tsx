import { Complaints } from "../../features/complaints/complaints";

/** Quality complaints. */
export function Component() {
  return <Complaints />;
}
