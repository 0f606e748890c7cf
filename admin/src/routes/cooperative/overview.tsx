import { Overview } from "../../features/overview/overview";

/** What the cooperative has to do today. */
export function Component() {
  return <Overview />;
}
