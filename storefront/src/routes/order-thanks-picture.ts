import type { Route } from "./+types/order-thanks-picture";
import { callFile } from "../lib/api.server";
import { orderCaller } from "../lib/session.server";

/** The picture of thanks, passed on to whoever holds the order. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const by = await orderCaller(request, params.id);
  const asked = new URL(request.url).searchParams;
  const query = {
    lang: asked.get("look") === "en" ? "en" : "zh",
    name: asked.get("name") ?? undefined,
    amount: asked.get("amount") === "1" ? "1" : "0",
  };
  return callFile("GET /store/orders/:id/thanks", { params, query, by });
}
