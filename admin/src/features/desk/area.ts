/** What the backend says of the area at a glance: its households, their types, and who has been quiet. */
import type { Reply } from "@yigou/backend/contract";

import { useRead } from "../../lib/data";

/** After so many days without a credit a household needs a look. */
export const QUIET_DAYS = 90;

/** How many of the quiet ones are named. */
const SHOWN = 5;

/** The area; nothing while it is being read. */
export type Area = Reply<"GET /official/area"> | undefined;

/** Reads the area. */
export function useArea(division_code: string | undefined): Area {
  const query = { division_code, quiet_days: QUIET_DAYS, limit: SHOWN };
  return useRead("GET /official/area", { query }).data;
}
