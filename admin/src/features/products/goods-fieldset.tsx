/** What the goods are: name, category, description, pictures, lot. */
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { today } from "../../lib/days";
import { DayField } from "../../ui/day-field";
import { PicturesField } from "../../ui/pictures-field";

/** The first part of the form. */
export function GoodsFieldset() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t("field.required") }];
  return (
    <fieldset className="group">
      <legend>{t("product.goods")}</legend>
      <div className="form-row">
        <Form.Item name="title" label={t("product.title")} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="title_en" label={t("product.titleEn")}>
          <Input maxLength={120} lang="en" />
        </Form.Item>
        <CategoryField />
      </div>
      <Form.Item name="description" label={t("product.description")} rules={required}>
        <Input.TextArea rows={3} maxLength={2000} showCount />
      </Form.Item>
      <Form.Item name="description_en" label={t("product.descriptionEn")}>
        <Input.TextArea rows={2} maxLength={2000} lang="en" />
      </Form.Item>
      <Form.Item name="images" label={t("product.pictures")} extra={t("product.picturesHint")}>
        <PicturesField />
      </Form.Item>
      <div className="form-row">
        <Form.Item name={["lot", "code"]} label={t("product.lotCode")} rules={required}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name={["lot", "harvested_on"]} label={t("product.harvestedOn")} rules={required}>
          <DayField max={today()} />
        </Form.Item>
      </div>
    </fieldset>
  );
}

function CategoryField() {
  const { t } = useTranslation();
  const query = useRead("GET /cooperative/categories", {});
  const options = query.data?.categories.map(({ key, label }) => ({ value: key, label }));
  return (
    <Form.Item
      name="category"
      label={t("product.category")}
      rules={[{ required: true, message: t("field.required") }]}
    >
      <Select options={options ?? []} loading={query.isPending} virtual={false} />
    </Form.Item>
  );
}
