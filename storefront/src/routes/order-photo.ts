import type { Route } from "./+types/order-photo";
import { callFile } from "../lib/api.server";
import { orderCaller } from "../lib/session.server";

/** A photo that the buyer sent, passed on to whoever holds the order. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const by = await orderCaller(request, params.id);
  return callFile("GET /store/orders/:id/photos/:photo_id", { params, by });
}
