/** Lines that wait for payment to a recipient who may not take the money any more. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { refuse } from "../../refuse";

interface Row {
  reference: string;
  household_id: string;
  recipient_id: string;
}

/**
 * Looks whether every recipient of a settlement may take the money on a day.
 *
 * @param on day in Asia/Shanghai
 * @throws refusal `recipient_expired` with the reference of the first line whose recipient may not
 */
export async function refuseExpired(
  scope: MedusaContainer,
  settlement_id: string,
  on: string,
): Promise<void> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Row[] }>(
    `select reference, household_id, recipient_id from settlement_line
      where settlement_id = ? and state = 'pending' and recipient_id is not null order by position`,
    [settlement_id],
  );
  if (rows.length === 0) return;
  const register = scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const valid = await register.validRecipients(
    rows.map((row) => row.household_id),
    on,
  );
  const ids = new Set(valid.map((one) => one.id));
  const late = rows.find((row) => !ids.has(row.recipient_id));
  if (late) throw refuse("recipient_expired", { reference: late.reference });
}
