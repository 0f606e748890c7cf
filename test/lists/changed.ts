/** Makes a wrong body out of a right one, one slip at a time. */

/** A body as JSON knows it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A slip: what is wrong, where, and what is there instead; `undefined` takes it away. */
export type Slip = readonly [what: string, path: string, value: Json | undefined];

/**
 * A copy of a body with one value changed.
 *
 * @param path keys and indexes joined by dots, such as `items.0.quantity`
 * @param value `undefined` takes the value away
 */
export function changed(body: Json, path: string, value: Json | undefined): Json {
  const [key = "", ...rest] = path.split(".");
  const below = rest.join(".");
  if (Array.isArray(body)) {
    return body.flatMap((item, index) => {
      if (String(index) !== key) return [item];
      const next = below ? changed(item, below, value) : value;
      return next === undefined ? [] : [next];
    });
  }
  if (body === null || typeof body !== "object") throw new Error(`nothing at ${path}`);
  const next = below ? changed(body[key] ?? null, below, value) : value;
  const others = Object.entries(body).filter(([name]) => name !== key);
  return Object.fromEntries(next === undefined ? others : [...others, [key, next]]);
}
