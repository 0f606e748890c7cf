import type { Route } from "./+types/ledger-blocks";
import { call, settle } from "../lib/api.server";

/** The published headers as data: for the verification in the browser, and for whoever keeps copies. */
export async function loader({ request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const query = Object.fromEntries(
    ["limit", "before", "after"].flatMap((name) => {
      const value = asked.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const answer = await settle(call("GET /store/ledger/blocks", { query }));
  const headers = { "cache-control": "no-cache" };
  if (answer.ok) return Response.json(answer.value, { headers });
  return Response.json({ code: answer.refused.code }, { status: answer.refused.status, headers });
}
