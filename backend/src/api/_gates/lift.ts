/** Puts the quick lane where it is quick: in front of everything that Medusa puts in front of a route. */
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";

import { quickLane } from "./quick-lane";

interface Layer {
  name: string;
}

/** What may stay before it: requests are still logged, and compressed where that is set. */
const FIRST_BEHIND = "cookieParser";

const lifted = new WeakSet<object>();

/**
 * NOTE: Medusa has no place of its own for what comes before its sessions and logins, so the first request to the
 * shop puts the lane there, in the list of layers that Medusa itself rewrites when it develops (`api-loader`). Where
 * that list is not found, everything goes the ordinary way.
 */
export function liftQuickLane(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  if (!lifted.has(req.app)) {
    lifted.add(req.app);
    const layers = layersOf(req.app);
    const at = layers?.findIndex(({ name }) => name === FIRST_BEHIND) ?? -1;
    if (layers && at >= 0) {
      req.app.use((asked, answer, goOn) => {
        quickLane(asked, answer, goOn).catch(goOn);
      });
      layers.splice(at, 0, ...layers.splice(-1));
    }
  }
  next();
}

function layersOf(app: object): Layer[] | null {
  const router: unknown = "_router" in app ? app._router : null;
  const stack: unknown =
    typeof router === "function" && "stack" in router ? router.stack : undefined;
  return Array.isArray(stack) && stack.every(isLayer) ? stack : null;
}

function isLayer(layer: unknown): layer is Layer {
  return typeof layer === "object" && layer !== null && "name" in layer;
}
