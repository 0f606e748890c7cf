/** Requests for the routes of reviews and complaints. */
import type { complaintRoutes } from "../../../backend/src/contract/complaint-routes";
import type { reviewRoutes } from "../../../backend/src/contract/review-routes";
import { complaintOf, reviewOf } from "../../lists/after-sale";
import { pictureForm } from "../../lists/pictures";
import type { VisitOf } from "./visits";

const text = "照片里不是我们的货。";

/** For every route of reviews one request. */
export const reviewVisits: Record<keyof typeof reviewRoutes, VisitOf> = {
  "GET /store/goods/:handle/reviews": ({ goods }) => ({
    path: `/store/goods/${goods.handle}/reviews`,
  }),
  "POST /store/orders/:id/photos": ({ order_id }) => ({
    path: `/store/orders/${order_id}/photos`,
    sent: { body: pictureForm() },
  }),
  "GET /store/orders/:id/photos/:photo_id": ({ order_id, photo_id }) => ({
    path: `/store/orders/${order_id}/photos/${photo_id}`,
  }),
  // Delivered or not by then, as other visits of the table have left it.
  "POST /store/orders/:id/reviews": ({ order_id, order_line_id }) => ({
    path: `/store/orders/${order_id}/reviews`,
    sent: { body: reviewOf(order_line_id) },
    answers: [200, 409],
  }),
  "GET /cooperative/reviews": () => ({ path: "/cooperative/reviews" }),
  "POST /cooperative/reviews/:id/answer": ({ review_id }) => ({
    path: `/cooperative/reviews/${review_id}/answer`,
    sent: { body: { text: "谢谢您，欢迎再来。" } },
  }),
  "GET /admin/reviews": () => ({ path: "/admin/reviews" }),
  "POST /admin/reviews/:id/hiding": ({ review_id }) => ({
    path: `/admin/reviews/${review_id}/hiding`,
    sent: { body: { hidden: true, reason: "与商品无关" } },
  }),
};

/** For every route of complaints one request. */
export const complaintVisits: Record<keyof typeof complaintRoutes, VisitOf> = {
  "GET /store/orders/:id/after-sale": ({ order_id }) => ({
    path: `/store/orders/${order_id}/after-sale`,
  }),
  // The line is delivered or not by then; more than was bought was never received.
  "POST /store/orders/:id/complaints": ({ order_id, order_line_id }) => ({
    path: `/store/orders/${order_id}/complaints`,
    sent: { body: complaintOf(order_line_id, { quantity: 900 }) },
    answers: [400, 409],
  }),
  "POST /store/orders/:id/complaints/:complaint_id/steps": ({ order_id, complaint_id }) => ({
    path: `/store/orders/${order_id}/complaints/${complaint_id}/steps`,
    sent: { body: { verb: "accept_offer" } },
    // The complaint is about another order of the buyer's.
    answers: [404],
  }),
  "GET /cooperative/complaints": () => ({ path: "/cooperative/complaints" }),
  "POST /cooperative/complaints/:id/answer": ({ complaint_id }) => ({
    path: `/cooperative/complaints/${complaint_id}/answer`,
    sent: { body: { verb: "reject", text } },
  }),
  "GET /cooperative/complaints/:id/photos/:photo_id": ({ complaint_id, complaint_photo_id }) => ({
    path: `/cooperative/complaints/${complaint_id}/photos/${complaint_photo_id}`,
  }),
  "GET /admin/complaints": () => ({ path: "/admin/complaints" }),
  // It was not taken to the operator: there is nothing to decide.
  "POST /admin/complaints/:id/decision": ({ complaint_id }) => ({
    path: `/admin/complaints/${complaint_id}/decision`,
    sent: { body: { verb: "dismiss", text } },
    answers: [409],
  }),
  "GET /admin/complaints/:id/photos/:photo_id": ({ complaint_id, complaint_photo_id }) => ({
    path: `/admin/complaints/${complaint_id}/photos/${complaint_photo_id}`,
  }),
};
