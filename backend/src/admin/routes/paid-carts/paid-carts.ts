/** The two calls of the page of paid carts. */
import { refusalSchema } from "../../../contract/errors";
import { routes } from "../../../contract/routes";

/** A cart that is paid and became no order. */
export type PaidCart = Awaited<ReturnType<typeof readPaidCarts>>[number];

/** Reads paid carts without an order, at most 100. */
export async function readPaidCarts() {
  const reply = await fetch("/admin/paid-carts?limit=100", { credentials: "include" });
  return routes["GET /admin/paid-carts"].reply.parse(await accepted(reply)).carts;
}

/**
 * Gives the money of a cart back.
 *
 * @param cart_id the cart
 * @param because why, for the record
 */
export async function giveBack(cart_id: string, because: string): Promise<void> {
  const reply = await fetch(`/admin/paid-carts/${cart_id}/refund`, {
    method: "POST",
    credentials: "include",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ because }),
  });
  await accepted(reply);
}

async function accepted(reply: Response): Promise<unknown> {
  const body: unknown = await reply.json();
  if (reply.ok) return body;
  const refusal = refusalSchema.safeParse(body);
  throw new Error(
    refusal.success
      ? `${refusal.data.message_zh ?? ""} ${refusal.data.message}`
      : String(reply.status),
  );
}
