/** What a buyer may agree to: for herself, and for the units that she administers. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Reply } from "../../contract/routes";
import { HONOUR_MODULE, type HonourModuleService } from "../../modules/honour";
import { WORK_UNIT_MODULE, type WorkUnitService } from "../../modules/work-unit";

/** Units in whose name the customer may speak: as its administrator or approver. */
export async function unitsToNameFor(
  scope: MedusaContainer,
  customer_id: string,
): Promise<{ id: string; name: string }[]> {
  const units = scope.resolve<WorkUnitService>(WORK_UNIT_MODULE);
  const all = await units.membershipsOf(customer_id);
  return all.filter((unit) => unit.role !== "buyer").map(({ id, name }) => ({ id, name }));
}

/** Reads what is agreed. */
export async function myHonours(
  scope: MedusaContainer,
  customer_id: string,
): Promise<Reply<"GET /store/my/honours">> {
  const units = await unitsToNameFor(scope, customer_id);
  const agreements = await scope
    .resolve<HonourModuleService>(HONOUR_MODULE)
    .agreementsOf([customer_id, ...units.map((unit) => unit.id)]);
  const of = (kind: "buyer" | "work_unit", subject_id: string) =>
    agreements.find((one) => one.kind === kind && one.subject_id === subject_id);
  const own = of("buyer", customer_id);
  return {
    mine: [
      {
        kind: "buyer",
        work_unit_id: null,
        name: own?.name ?? null,
        unit_name: null,
        show_amount: own?.show_amount ?? false,
      },
      ...units.map((unit) => {
        const agreed = of("work_unit", unit.id);
        return {
          kind: "work_unit" as const,
          work_unit_id: unit.id,
          name: agreed?.name ?? null,
          unit_name: unit.name,
          show_amount: agreed?.show_amount ?? false,
        };
      }),
    ],
  };
}
