import { OwnLots } from "../../features/lots/own-lots";

/** The cooperative's lots and their labels. */
export function Component() {
  return <OwnLots />;
}
