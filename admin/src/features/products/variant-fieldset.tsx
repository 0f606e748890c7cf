/** The sizes in which the goods are sold. */
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { CountField, MoneyField, WeightField } from "../../ui/fields";
import { Icon } from "../../ui/icons";

const MOST = 20;

/** One line for each variant. */
export function VariantFieldset() {
  const { t } = useTranslation();
  return (
    <fieldset className="group">
      <legend>{t("product.variants")}</legend>
      <Form.List name="variants">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }) => (
              <div
                className="form-line"
                key={key}
                role="group"
                aria-label={t("product.variantN", { n: name + 1 })}
              >
                <div className="form-row">
                  <Form.Item
                    name={[name, "title"]}
                    label={t("product.variantTitle")}
                    rules={[{ required: true, whitespace: true, message: t("field.required") }]}
                  >
                    <Input maxLength={60} placeholder={t("product.variantExample")} />
                  </Form.Item>
                  <MoneyField
                    name={[name, "price_fen"]}
                    label={t("product.priceYuan")}
                    atLeast={1}
                  />
                  <CountField name={[name, "stock"]} label={t("product.stock")} />
                  <WeightField name={[name, "weight_g"]} label={t("product.weight")} />
                </div>
                {lines.length > 1 && (
                  <Button
                    type="text"
                    aria-label={t("product.dropVariant", { n: name + 1 })}
                    icon={<Icon name="cross" />}
                    onClick={() => {
                      remove(name);
                    }}
                  />
                )}
              </div>
            ))}
            {lines.length < MOST && (
              <Button
                icon={<Icon name="plus" />}
                onClick={() => {
                  add({});
                }}
              >
                {t("product.addVariant")}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
