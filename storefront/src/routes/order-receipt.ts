import type { Route } from "./+types/order-receipt";
import { call } from "../lib/api.server";
import { need } from "../lib/page.server";
import { orderCaller } from "../lib/session.server";

/** The receipt as a file, for whoever wants to check it elsewhere. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const by = await orderCaller(request, params.id);
  const receipt = await need(request, call("GET /store/orders/:id/receipt", { params, by }));
  return new Response(`${JSON.stringify(receipt, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="yigou-receipt-${params.id}.json"`,
      "cache-control": "private, no-store",
    },
  });
}
