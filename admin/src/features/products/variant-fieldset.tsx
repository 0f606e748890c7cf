/** The sizes in which the goods are sold. */
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { CountField, MoneyField, WeightField } from "../../ui/fields";
import { FormLines } from "../../ui/form-lines";

const MOST = 20;

/** One line for each variant. */
export function VariantFieldset() {
  const { t } = useTranslation();
  return (
    <fieldset className="group">
      <legend>{t("product.variants")}</legend>
      <FormLines
        name="variants"
        least={1}
        most={MOST}
        add={t("product.addVariant")}
        labelOf={(n) => t("product.variantN", { n })}
        dropOf={(n) => t("product.dropVariant", { n })}
      >
        {(index) => (
          <>
            {" "}
            <Form.Item
              name={[index, "title"]}
              label={t("product.variantTitle")}
              rules={[{ required: true, whitespace: true, message: t("field.required") }]}
            >
              <Input maxLength={60} placeholder={t("product.variantExample")} />
            </Form.Item>
            <MoneyField name={[index, "price_fen"]} label={t("product.priceYuan")} atLeast={1} />
            <CountField name={[index, "stock"]} label={t("product.stock")} />
            <WeightField name={[index, "weight_g"]} label={t("product.weight")} />
          </>
        )}
      </FormLines>
    </fieldset>
  );
}
