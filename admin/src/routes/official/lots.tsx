import { AreaLots } from "../../features/lots/area-lots";

/** Lots that name households of the area. */
export function Component() {
  return <AreaLots />;
}
