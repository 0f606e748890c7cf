/** The cart lives in a signed cookie: which variants, how many. Prices and stock are asked afresh. */
import { idSchema, type Reply } from "@yigou/backend/contract";
import { createCookie } from "react-router";
import { z } from "zod";

import { call } from "./api.server";
import { env } from "./env.server";

/** A cookie holds some 4 KB: more lines than this would be cut off by browsers. */
const MAX_LINES = 40;
const MAX_QUANTITY = 999;

const cookie = createCookie("yigou_cart", {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  maxAge: 60 * 86_400,
  secure: env.secureCookies,
  secrets: [env.sessionSecret],
});

const itemSchema = z.tuple([idSchema, z.coerce.number().int().min(1).max(MAX_QUANTITY)]);

/** One line of a cart. */
export interface CartItem {
  variant_id: string;
  quantity: number;
}

/** Reads "variant:2,variant:1"; what is not well-formed is left out. */
export function parseItems(text: unknown): CartItem[] {
  if (typeof text !== "string") return [];
  return text
    .split(",")
    .flatMap((pair) => {
      const item = itemSchema.safeParse(pair.split(":"));
      return item.success ? [{ variant_id: item.data[0], quantity: item.data[1] }] : [];
    })
    .slice(0, MAX_LINES);
}

/** Writes what `parseItems` reads. */
export function formatItems(items: readonly CartItem[]): string {
  return items.map((item) => `${item.variant_id}:${item.quantity}`).join(",");
}

/** The cart of a request. */
export async function readCart(request: Request): Promise<CartItem[]> {
  return parseItems(await cookie.parse(request.headers.get("cookie")));
}

/** The Set-Cookie value of a cart; an empty one is forgotten. */
export function keepCart(items: readonly CartItem[]): Promise<string> {
  return items.length > 0
    ? cookie.serialize(formatItems(items))
    : cookie.serialize("", { maxAge: 0 });
}

/**
 * Adds units, or sets a quantity.
 *
 * @param items the cart before
 * @param quantity 0 takes the line out
 * @param mode whether units are added to what is there
 * @returns the cart after; the newest line comes last
 */
export function changeCart(
  items: readonly CartItem[],
  variant_id: string,
  quantity: number,
  mode: "add" | "set",
): CartItem[] {
  const before = items.find((item) => item.variant_id === variant_id)?.quantity ?? 0;
  const after = Math.min(MAX_QUANTITY, mode === "add" ? before + quantity : quantity);
  if (before > 0) {
    return items
      .map((item) => (item.variant_id === variant_id ? { variant_id, quantity: after } : item))
      .filter((item) => item.quantity > 0);
  }
  if (after <= 0 || items.length >= MAX_LINES) return [...items];
  return [...items, { variant_id, quantity: after }];
}

/** A line of the cart as the goods stand now. */
export type CartLine = Reply<"GET /store/cart-preview">["lines"][number] & { quantity: number };

/**
 * The cart with the goods' titles, prices and stock of this moment.
 *
 * @returns lines in the order of the cart; a variant that is no longer sold is named in `gone`
 */
export async function priceCart(
  items: readonly CartItem[],
): Promise<{ lines: CartLine[]; gone: string[]; total_fen: number }> {
  if (items.length === 0) return { lines: [], gone: [], total_fen: 0 };
  const variants = items.map((item) => item.variant_id).join(",");
  const { lines } = await call("GET /store/cart-preview", { query: { variants } });
  const byId = new Map(lines.map((line) => [line.variant_id, line]));
  const priced = items.flatMap(({ variant_id, quantity }) => {
    const line = byId.get(variant_id);
    return line ? [{ ...line, quantity }] : [];
  });
  return {
    lines: priced,
    gone: items.map((item) => item.variant_id).filter((id) => !byId.has(id)),
    total_fen: priced.reduce((sum, line) => sum + line.price_fen * line.quantity, 0),
  };
}
