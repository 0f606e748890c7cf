/**
 * Places where a test may end this process: the seams between two writes of the money's way. Each names
 * what the crash leaves half done. Outside tests a failpoint is one comparison that is always false.
 *
 * `YIGOU_FAILPOINT=<name>:kill@3` kills the process when it passes there for the third time, as `kill -9`
 * would; `throw` lets the work fail there instead. `YIGOU_FAILPOINT_LOG` names a file that lists what was
 * passed. Neither is taken in production.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { appendFileSync } from "node:fs";

import { TransactionOrchestrator } from "@medusajs/framework/orchestration";

import { env } from "./env";

/** Every failpoint, with what is half done there. `test/fault` hits each of them. */
export const failpoints = {
  "place-order:claimed": "the key is claimed, there is no cart",
  "direct-order:placed": "cart, order and reservations stand, there is no payment session",
  "direct-order:session-opened": "the session is open at the payment house, nothing is paid",
  "direct-order:settled": "paid, booked and noted, nobody was told",
  "place-order:cart-made": "there is a cart without a payment session",
  "place-order:session-opened": "the cart is ready, nothing is ordered",
  "place-order:completed": "ordered and paid, the buyer is not noted",
  "place-order:buyer-noted": "the buyer is noted, the key does not know its order",
  "place-order:done": "all is done, the buyer has no answer",

  "complete-cart:acquire-lock-step": "the cart is locked",
  "complete-cart:create-orders": "an order stands alone",
  "complete-cart:create-remote-links": "the order has its cart and collection, perhaps no stock",
  "complete-cart:update-carts": "the cart is closed, perhaps no stock is reserved",
  "complete-cart:reserve-inventory-step": "stock is reserved, nothing is paid",
  "complete-cart:authorize-payment-session-step": "paid, the order's books do not say so",
  "complete-cart:add-order-transaction": "paid and booked, the lock is held",

  "create-order-fulfillment:register-order-fullfillment":
    "a parcel is on the order's lines, perhaps not linked, its goods perhaps still reserved",
  "confirm-order-edit-request:confirm-order-changes":
    "an order has other goods, the old ones are reserved",
  "confirm-order-edit-request:delete-reservations-by-line-items":
    "an order has other goods, perhaps none is reserved",

  "house:charged": "the payment house has the money, we do not know it",
  "house:refunded": "the payment house gave money back, we do not know it",

  "credit-order:read": "a capture or refund is known, nothing is posted",
  "credit-order:frozen": "the sale is frozen, and posted if it was paid at once",
  "credit-order:capture-posted": "a capture is posted, refunds of the payment are not",
  "amend-order:followed":
    "an order change is followed, its goods that have arrived are not accepted",
  "credit-order:refund-posted": "a refund is posted, further ones are not",

  "refund-payment-workflow:refund-payment-step": "money went back, the order's books do not say so",
  "refund-payment-workflow:add-order-transaction": "money went back and is booked, nobody was told",

  "receive-event:stored": "a notification is stored, its sender has no answer",
  "receive-event:acknowledged": "the sender has its answer, nothing is done",
  "work-inbox:effected": "a notification took effect, it is not ticked off",
  "authorize-order-payment:authorize-payment-session-step": "a late payment came, unbooked",
  "authorize-order-payment:add-order-transaction": "a late payment came and is booked",

  "undo-stranded-order:cancel-unpaid-order": "a dead order is cancelled, its stock is reserved",
  "undo-stranded-order:delete-reservations-by-line-items":
    "a dead order lost its stock, its cart is not free",
  "undo-stranded-order:dismiss-remote-links": "a dead order let go of its cart, which is closed",

  "settle-credits:batch-moved": "some due credits are settled, others are not",
  "move-credits:begun": "credits are to move, none did",
  "move-credits:moved": "credits have moved, nobody was told",

  "decide-entries:decide-entries": "entries are approved, none is posted",
  "decide-entries:entered": "entries are posted, they do not say so",

  "seal-ledger:block-sealed": "a block is sealed, the witness has not seen it",
  "seal-ledger:witness-due": "a round's blocks are sealed, the witness is to see them",
  "roll-up:folded": "postings are rolled up, more may wait",

  "settlement:held": "credits are held for the bank, no voucher is written",
  "settlement:voucher-written": "a voucher is written, nothing of it is posted",
  "settlement:line-posted": "a household is paid in the ledger, its line does not say so",
} as const;

/** The name of a failpoint. */
export type Failpoint = keyof typeof failpoints;

const ORDER = /^(?<name>[a-z-]+:[a-z-]+):(?<deed>kill|throw)@(?<pass>\d+)$/.exec(
  env.YIGOU_FAILPOINT ?? "",
)?.groups;
const LOG = env.YIGOU_FAILPOINT_LOG;
const armed = ORDER !== undefined || LOG !== undefined;

const passes = new Map<string, number>();

/** Passes a failpoint: does nothing unless a test has armed it. */
export function failpoint(name: Failpoint): void {
  if (armed) pass(name);
}

function pass(name: Failpoint): void {
  const count = (passes.get(name) ?? 0) + 1;
  passes.set(name, count);
  if (LOG !== undefined && count === 1) appendFileSync(LOG, `passed ${name}\n`);
  if (ORDER?.name !== name || count !== Number(ORDER.pass)) return;
  if (LOG !== undefined) appendFileSync(LOG, `${ORDER.deed} ${name}\n`);
  if (ORDER.deed === "kill") process.kill(process.pid, "SIGKILL");
  throw new Error(`failpoint ${name}`);
}

function isFailpoint(name: string): name is Failpoint {
  return Object.hasOwn(failpoints, name);
}

/** The steps of Medusa's workflows are seams too; its tracing tells when one is done. */
function watchSteps(): void {
  const workflow = new AsyncLocalStorage<string>();
  TransactionOrchestrator.traceTransaction = async (run, { model_id }) =>
    workflow.run(model_id, run);
  TransactionOrchestrator.traceStep = async (run, { action, type }) => {
    const result: unknown = await run();
    const name = `${workflow.getStore() ?? ""}:${action}`;
    if (type === "invoke" && isFailpoint(name)) pass(name);
    return result;
  };
}

if (armed) watchSteps();
