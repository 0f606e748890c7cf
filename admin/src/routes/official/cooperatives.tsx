import { Cooperatives } from "../../features/cooperatives/cooperatives";

/** Cooperatives of the area: applications and decisions. */
export function Component() {
  return <Cooperatives />;
}
