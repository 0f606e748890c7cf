/** Ready: database, migrations and search are usable; until then nobody should be sent here. */
import { readiness } from "../../queries/readiness/readiness";
import { refuse } from "../../refuse";
import { door } from "../_door";

export const GET = door("GET /ready", async ({ scope }) => {
  const checks = await readiness(scope);
  if (Object.values(checks).includes(false)) throw refuse("not_ready", checks);
  return { ok: true, checks };
});
