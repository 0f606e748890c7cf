import { Adoptions } from "../../features/adoptions/adoptions";

/** Trees for adoption, goods ordered ahead. */
export function Component() {
  return <Adoptions />;
}
