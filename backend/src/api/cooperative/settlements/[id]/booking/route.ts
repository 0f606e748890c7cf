import { bookingOf } from "../../../../../queries/settlement/booking";
import { bookLinesWorkflow } from "../../../../../workflows/settlement/book-lines";
import { door } from "../../../../_door";
import { LINES_AT_ONCE } from "../../../_booking";
import { requireKeeper } from "../../../_roles";

/** Goes on with what a large voucher or a crash has left. */
export const POST = door(
  "POST /cooperative/settlements/:id/booking",
  async ({ actor, params, scope }) => {
    requireKeeper(actor);
    await bookingOf(scope, actor.cooperative_id, params.id);
    await bookLinesWorkflow(scope).run({
      input: { settlement_id: params.id, limit: LINES_AT_ONCE },
    });
    return bookingOf(scope, actor.cooperative_id, params.id);
  },
);
