import { Members } from "../../features/members/members";

/** The people of the cooperative. */
export function Component() {
  return <Members />;
}
