import { Desk } from "../../features/desk/desk";

/** The desk: figures, months, what needs a look, households. */
export function Component() {
  return <Desk />;
}
