/** What is taken off before the households' part. */
import { useTranslation } from "react-i18next";

import { MoneyField, PercentField } from "../../ui/fields";

/** Service, packing, freight. */
export function FeeFieldset() {
  const { t } = useTranslation();
  return (
    <fieldset className="group">
      <legend>{t("product.fees")}</legend>
      <p className="sub">{t("product.feesHint")}</p>
      <div className="form-row">
        <PercentField name="service_ppm" label={t("product.service")} />
        <MoneyField name="packing_fen" label={t("product.packing")} />
        <MoneyField name="freight_fen" label={t("product.freight")} />
      </div>
    </fieldset>
  );
}
