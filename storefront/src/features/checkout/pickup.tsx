import type { PickupPoint } from "@yigou/backend/contract";

import { useWords } from "../../i18n/use-words";
import { SelectField } from "../../ui/field";

/** A pick-up point in place of an address; shown when there are any. */
export function PickupChoice({
  points,
  chosen,
}: {
  points: readonly PickupPoint[];
  chosen: string;
}) {
  const t = useWords();
  if (points.length === 0) return null;
  return (
    <section className="box p-4 sm:p-5">
      <h2 className="mb-3 text-lg">{t("pickup.choose")}</h2>
      <SelectField
        name="pickup"
        label={t("pickup.at")}
        hint={t("pickup.hint")}
        defaultValue={chosen}
      >
        <option value="">{t("pickup.address")}</option>
        {points.map(({ id, kind, county, name, street, hours }) => (
          <option key={id} value={id}>
            {`${t(`pickup.kind_${kind}`)} · ${t("pickup.option", { county, name, street, hours })}`}
          </option>
        ))}
      </SelectField>
    </section>
  );
}
