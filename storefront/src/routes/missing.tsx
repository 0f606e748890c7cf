import { data } from "react-router";

import { still } from "../lib/still";

export const handle = still;

/** Every address that the shop does not have. */
export function loader() {
  throw data(null, { status: 404 });
}

export default function Missing() {
  return null;
}
