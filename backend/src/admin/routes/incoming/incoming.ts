/** The calls of the page of arrived money. */
import { refusalSchema } from "../../../contract/errors";
import { routes } from "../../../contract/routes";

/** What came in, beside the orders that wait. */
export type Incoming = Awaited<ReturnType<typeof readIncoming>>;
/** Arrived money beside the order that it may pay. */
export type Proposal = Incoming["proposals"][number];
/** A row of a statement. */
export type Row = Incoming["left"][number];

/** Reads proposals, what is left, and what is awaited. */
export async function readIncoming() {
  const reply = await fetch("/admin/incoming-transfers", { credentials: "include" });
  return routes["GET /admin/incoming-transfers"].reply.parse(await accepted(reply));
}

/** Imports a statement. @returns how many of its rows brought money, and how many of them were new */
export async function importStatement(file: File) {
  const body = new FormData();
  body.set("file", file);
  const reply = await fetch("/admin/incoming-statements", {
    method: "POST",
    credentials: "include",
    body,
  });
  return routes["POST /admin/incoming-statements"].reply.parse(await accepted(reply));
}

/** Confirms that rows pay an order. */
export async function confirmProposal({ order, rows }: Proposal): Promise<void> {
  const row_ids = rows.map(({ id }) => id);
  await post("/admin/incoming-transfers/confirm", { order_id: order.order_id, row_ids });
}

/** Lays a row aside that pays no order. */
export async function setAside(id: string, because: string): Promise<void> {
  await post(`/admin/incoming-transfers/${id}/set-aside`, { because });
}

async function post(path: string, body: object): Promise<void> {
  const reply = await fetch(path, {
    method: "POST",
    credentials: "include",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
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
