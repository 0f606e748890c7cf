/** The two calls of the transfers page. */
import { refusalSchema } from "../../../contract/errors";
import { routes } from "../../../contract/routes";

/** A transfer that an order waits for. */
export type Transfer = Awaited<ReturnType<typeof readTransfers>>[number];

/** Reads the transfers that are awaited, at most 100. */
export async function readTransfers() {
  const reply = await fetch("/admin/transfers?limit=100", { credentials: "include" });
  return routes["GET /admin/transfers"].reply.parse(await accepted(reply)).transfers;
}

/**
 * Confirms a transfer.
 *
 * @param order_id the order that waits
 * @param amount_fen what the bank shows, whole fen
 * @param bank_reference the bank's own reference
 */
export async function confirmTransfer(
  order_id: string,
  amount_fen: number,
  bank_reference: string,
): Promise<void> {
  const reply = await fetch(`/admin/transfers/${order_id}/confirm`, {
    method: "POST",
    credentials: "include",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ amount_fen, bank_reference }),
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
