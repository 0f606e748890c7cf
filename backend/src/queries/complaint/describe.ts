/** Complaints with their history, photos and seller, as everybody who may read them sees them. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Complaint } from "../../contract/complaint";
import {
  COMPLAINT_MODULE,
  type ComplaintModuleService,
  type KeptComplaint,
} from "../../modules/complaint";
import { PHOTO_MODULE, type PhotoModuleService } from "../../modules/photo";

/** What a photo of a complaint is used by. */
export function userOf(complaint_id: string): string {
  return `complaint:${complaint_id}`;
}

/** Describes complaints, in their order. */
export async function describeComplaints(
  scope: MedusaContainer,
  complaints: readonly KeptComplaint[],
  now: Date,
): Promise<Complaint[]> {
  const ids = complaints.map(({ id }) => id);
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const [events, photos, sellers] = await Promise.all([
    scope.resolve<ComplaintModuleService>(COMPLAINT_MODULE).history(ids),
    scope.resolve<PhotoModuleService>(PHOTO_MODULE).of(ids.map(userOf)),
    pg.raw<{ rows: { id: string; name: string }[] }>(
      `select id, name from cooperative where id = any(?::text[])`,
      [complaints.map(({ cooperative_id }) => cooperative_id)],
    ),
  ]);
  const names = new Map(sellers.rows.map(({ id, name }) => [id, name]));
  return complaints.map((one) => ({
    id: one.id,
    order_id: one.order_id,
    display_id: one.display_id,
    order_line_id: one.order_line_id,
    title: one.title,
    variant_title: one.variant_title,
    cooperative: names.get(one.cooperative_id) ?? "",
    quantity: one.quantity,
    reason: one.reason,
    text: one.text,
    photos: (photos.get(userOf(one.id)) ?? []).map(({ id }) => ({ id })),
    worth_fen: one.worth_fen,
    wish_fen: one.wish_fen,
    offer_fen: one.offer_fen,
    refund_fen: one.refund_fen,
    state: one.state,
    due_at: one.due_at,
    may_escalate: mayEscalate(one, now),
    opened_at: one.opened_at,
    history: events
      .filter((event) => event.complaint_id === one.id)
      .map(({ complaint_id: _, ...event }) => event),
  }));
}

function mayEscalate({ state, due_at, escalated }: KeptComplaint, now: Date): boolean {
  const answered = state === "offered" || state === "rejected";
  return answered && !escalated && due_at !== null && new Date(due_at) > now;
}

/** One complaint. @throws refusal `not_found` */
export async function readComplaint(scope: MedusaContainer, id: string): Promise<Complaint> {
  const kept = await scope.resolve<ComplaintModuleService>(COMPLAINT_MODULE).get(id);
  const [complaint] = await describeComplaints(scope, [kept], new Date());
  if (!complaint) throw new Error("a complaint without a description");
  return complaint;
}
