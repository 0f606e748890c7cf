/** The household of one delivery. */
import { Form } from "antd";
import { useTranslation } from "react-i18next";

import { HouseholdSelect } from "../../ui/household-select";

/** A required field of the form's list. */
export function HouseholdPicker({ index }: { index: number }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={[index, "household_id"]}
      label={t("product.household")}
      rules={[{ required: true, message: t("field.required") }]}
    >
      <HouseholdSelect />
    </Form.Item>
  );
}
