import { closingRoles } from "../../../../../contract/roles";
import { countyOf, periodOf } from "../../../../../queries/period/county-of";
import { refuse } from "../../../../../refuse";
import { closePeriodWorkflow } from "../../../../../workflows/income/close-period";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/periods/:month/close",
  async ({ actor, params, body, scope }) => {
    // By the post alone, before the county is looked at: the answer tells nothing about it.
    if (!closingRoles.includes(actor.role)) throw refuse("forbidden_action");
    const county_code = countyOf(actor.division_code, body.county_code);
    const { result } = await closePeriodWorkflow(scope).run({
      input: { county_code, month: periodOf(params.month), official_id: actor.id },
    });
    const { head_seq, ...totals } = result.totals;
    const closed_at = new Date(result.closed_at).toISOString();
    return { month: params.month, closed_at, head_seq, totals };
  },
);
