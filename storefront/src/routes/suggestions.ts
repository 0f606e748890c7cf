import type { Route } from "./+types/suggestions";
import { call, settle } from "../lib/api.server";

/** How what is being typed into the search field may go on; nothing when the backend does not say. */
export async function loader({ request }: Route.LoaderArgs) {
  const q = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 60);
  const answer = q ? await settle(call("GET /store/suggestions", { query: { q } })) : null;
  const suggestions = answer?.ok ? answer.value.suggestions : [];
  return Response.json({ suggestions }, { headers: { "cache-control": "public, max-age=30" } });
}
