import { redirect } from "react-router";

import type { Route } from "./+types/order-link";
import { call } from "../lib/api.server";
import { need } from "../lib/page.server";
import { keepOrderToken } from "../lib/session.server";

/** A guest's link: keeps its token as a cookie when the backend knows it, and opens the order. */
export async function loader({ request, params: { id, token } }: Route.LoaderArgs) {
  const by = { orderToken: token };
  await need(request, call("GET /store/orders/:id/summary", { params: { id }, by }));
  return redirect(`/orders/${id}`, { headers: { "set-cookie": await keepOrderToken(id, token) } });
}
