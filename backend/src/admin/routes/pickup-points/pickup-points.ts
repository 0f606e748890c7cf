/** The calls of the page of pick-up points. */
import { refusalSchema } from "../../../contract/errors";
import type { PickupPointBody } from "../../../contract/pickup";
import { routes } from "../../../contract/routes";

/** A point as the operator sees it. */
export type Point = Awaited<ReturnType<typeof readPoints>>[number];

/** Reads every point. */
export async function readPoints() {
  const reply = await fetch("/admin/pickup-points", { credentials: "include" });
  return routes["GET /admin/pickup-points"].reply.parse(await accepted(reply)).points;
}

/** Opens a point. @returns the path that its keeper opens in the shop; told this once */
export async function openPoint(body: PickupPointBody): Promise<string> {
  const answer = routes["POST /admin/pickup-points"].reply.parse(
    await accepted(await send("/admin/pickup-points", body)),
  );
  return `/keeper/${answer.point.id}/${answer.keeper_key ?? ""}`;
}

/** Closes a point to new orders, or opens it again. */
export async function setOpen(id: string, open: boolean): Promise<void> {
  await accepted(await send(`/admin/pickup-points/${id}`, { open }));
}

async function send(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: "POST",
    credentials: "include",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
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
