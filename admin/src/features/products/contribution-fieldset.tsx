/** Which households supplied how much of the lot. */
import { Form } from "antd";
import { useTranslation } from "react-i18next";

import { gramsOfText, kgText, percentText } from "../../lib/amounts";
import { WeightField } from "../../ui/fields";
import { FormLines } from "../../ui/form-lines";

import { HouseholdPicker } from "./household-picker";
import type { ContributionFields } from "./product-fields";

const MOST = 200;

/** One line for each household, with its share of the whole. */
export function ContributionFieldset() {
  const { t } = useTranslation();
  return (
    <fieldset className="group">
      <legend>{t("product.contributions")}</legend>
      <p className="sub">{t("product.contributionsHint")}</p>
      <FormLines
        name="contributions"
        least={1}
        most={MOST}
        add={t("product.addHousehold")}
        labelOf={(n) => t("product.householdN", { n })}
        dropOf={(n) => t("product.dropHousehold", { n })}
      >
        {(index) => (
          <>
            {" "}
            <HouseholdPicker index={index} />
            <WeightField
              name={[index, "weight_g"]}
              label={t("product.deliveredKg")}
              extra={<Share index={index} />}
            />
          </>
        )}
      </FormLines>
    </fieldset>
  );
}

/** The share that this weight is of the whole lot. */
function Share({ index }: { index: number }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const watched: unknown = Form.useWatch("contributions", form);
  const lines: readonly (ContributionFields | undefined)[] = Array.isArray(watched) ? watched : [];
  const weights = lines.map((one) => gramsOfText(one?.weight_g ?? "") ?? 0);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const own = weights[index] ?? 0;
  if (own === 0 || lines.length < 2) return null;
  const share = percentText(Math.round((own / whole) * 1_000_000));
  return t("product.shareOf", { share, kg: kgText(whole) });
}
