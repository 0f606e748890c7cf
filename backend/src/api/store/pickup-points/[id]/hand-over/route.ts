import { refuse, replyOfRefusal } from "../../../../../refuse";
import { countAttempt } from "../../../../../workflows/access/guard-login";
import { handOverWorkflow, requireKeeperOf } from "../../../../../workflows/pickup/hand-over";
import { door } from "../../../../_door";

export const POST = door(
  "POST /store/pickup-points/:id/hand-over",
  async ({ params, body, scope }) => {
    await requireKeeperOf(scope, params.id, body.key);
    // Whoever holds the key may still not try codes until one fits.
    const attempt = await countAttempt(scope, { account: `pickup:${params.id}`, address: null });
    if ("wait_s" in attempt) throw refuse("too_many_attempts", { wait_s: attempt.wait_s });
    try {
      const { result } = await handOverWorkflow(scope).run({
        input: { point_id: params.id, ...body, at: new Date().toISOString() },
      });
      await attempt.settle(false);
      return result;
    } catch (error) {
      await attempt.settle(replyOfRefusal(error)?.body.code === "pickup_code_wrong");
      throw error;
    }
  },
);
