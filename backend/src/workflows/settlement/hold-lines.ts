/** Holds the credits of lines that go to the bank, so that no refund takes them back meanwhile. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { INCOME_MODULE, type IncomeModuleService } from "../../modules/income";
import type { Line } from "../../modules/settlement";
import { refuse } from "../../refuse";

/**
 * Holds everything that the lines take; the same lines again change nothing.
 *
 * @param wasHeld whether they were held before, so that nothing is let go when some credit is short
 * @throws refusal `settlement_changed` when a credit holds less than its line takes
 */
export async function holdLines(
  container: MedusaContainer,
  lines: readonly Line[],
  wasHeld: boolean,
): Promise<void> {
  const income = container.resolve<IncomeModuleService>(INCOME_MODULE);
  const holds = lines.flatMap((line) =>
    line.credits.map((credit) => ({ ...credit, holder: line.id })),
  );
  const short = await income.hold(holds);
  if (short.length === 0) return;
  if (!wasHeld) await income.release(lines.map((line) => line.id));
  throw refuse("settlement_changed", { credits: short.length });
}
