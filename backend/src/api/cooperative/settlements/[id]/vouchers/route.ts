import { bookingOf } from "../../../../../queries/settlement/booking";
import { bookLinesWorkflow } from "../../../../../workflows/settlement/book-lines";
import { bookVoucherWorkflow } from "../../../../../workflows/settlement/book-voucher";
import { door } from "../../../../_door";
import { requireKeeper } from "../../../_roles";
import { LINES_AT_ONCE } from "../../../_booking";

export const POST = door(
  "POST /cooperative/settlements/:id/vouchers",
  async ({ actor, params, body, scope }) => {
    requireKeeper(actor);
    const { id, name, role, cooperative_id } = actor;
    const settlement_id = params.id;
    const by = { id, name, role };
    const at = new Date().toISOString();
    await bookVoucherWorkflow(scope).run({
      input: { ...body, cooperative_id, settlement_id, by, at },
    });
    await bookLinesWorkflow(scope).run({ input: { settlement_id, limit: LINES_AT_ONCE } });
    return bookingOf(scope, cooperative_id, settlement_id);
  },
);
