/** The cart that follows a logged-in buyer; a guest's cart lives in the cookie alone. */
import { call, settle } from "./api.server";
import { keepCart, readCart, type CartItem } from "./cart.server";
import { callerOf, readLogin } from "./session.server";

/** The cart of a request: the buyer's own wherever it was filled, else what this device holds. */
export async function currentCart(request: Request): Promise<CartItem[]> {
  const { token } = await readLogin(request);
  if (!token) return readCart(request);
  const answer = await settle(call("GET /store/my/cart", { by: await callerOf(request) }));
  return (answer.ok ? answer.value.items : null) ?? readCart(request);
}

/** Keeps a cart on this device, and with the buyer. @returns the Set-Cookie value */
export async function saveCart(request: Request, items: readonly CartItem[]): Promise<string> {
  const { token } = await readLogin(request);
  if (token) {
    const body = { items: [...items], mode: "set" as const };
    // A backend that does not answer must not lose the cart: the cookie has it, the next change tells it.
    await settle(call("POST /store/my/cart", { body, by: await callerOf(request) }));
  }
  return keepCart(items);
}

/**
 * Puts what this device holds together with what the buyer had elsewhere; nothing is doubled.
 *
 * @param token of the login that was just made
 * @returns the Set-Cookie value
 */
export async function bringCart(request: Request, token: string): Promise<string> {
  const items = await readCart(request);
  const by = { ...(await callerOf(request)), token };
  const answer = await settle(call("POST /store/my/cart", { body: { items, mode: "merge" }, by }));
  return keepCart((answer.ok ? answer.value.items : null) ?? items);
}
