import type { Route } from "./+types/areas";
import { areaChoices } from "../lib/areas.server";

/** The choices of the address cascade, one level at a time; they hardly ever change. */
export function loader({ request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const chosen = { province: query.get("province") ?? "", city: query.get("city") ?? "" };
  const { cities, counties } = areaChoices(chosen);
  return Response.json(
    { cities, counties },
    { headers: { "cache-control": "public, max-age=86400" } },
  );
}
