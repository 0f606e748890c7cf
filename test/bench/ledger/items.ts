/** Everything that `npm run bench -- ledger` measures, in this order. */
import type { Item } from "./item";
import { capture } from "./items/capture";
import { order } from "./items/order";
import { rollups } from "./items/rollups";
import { seal } from "./items/seal";
import { settle } from "./items/settle";
import { verify } from "./items/verify";

/** A new item is a file in `items/` and a line here. */
export const items: readonly Item[] = [capture, order, settle, rollups, seal, verify];
