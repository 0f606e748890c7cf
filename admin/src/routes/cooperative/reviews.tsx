import { Reviews } from "../../features/reviews/reviews";

/** Reviews. */
export function Component() {
  return <Reviews />;
}
