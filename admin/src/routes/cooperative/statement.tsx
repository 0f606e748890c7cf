import { OwnStatement } from "../../features/statement/statements";

/** The cooperative's own statement. */
export function Component() {
  return <OwnStatement />;
}
