/** What is agreed with those who adopt, and what the goods are. */
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { today } from "../../lib/days";
import { DayField } from "../../ui/day-field";
import { CountField, MoneyField, PercentField, WeightField } from "../../ui/fields";
import { HouseholdSelect } from "../../ui/household-select";
import { PicturesField } from "../../ui/pictures-field";

/** Fields have the names of the body, so that a refusal finds its field; amounts are texts here. */
export interface AdoptionFields {
  kind: "tree" | "pre_order";
  title: string;
  title_en?: string;
  description: string;
  category: string;
  images?: string[];
  household_id: string;
  season: string;
  harvest_from: string;
  harvest_to: string;
  yield_text: string;
  yield_g: string;
  trees: string;
  price_fen: string;
  service_ppm: string;
  packing_fen: string;
  freight_fen: string;
  lot_code: string;
}

const KINDS = ["tree", "pre_order"] as const;

/** The fields. */
export function AdoptionFieldsets() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t("field.required") }];
  return (
    <>
      <div className="form-row">
        <Form.Item name="kind" label={t("adoptions.kind")}>
          <Select
            options={KINDS.map((one) => ({ value: one, label: t(`adoptions.kinds.${one}`) }))}
          />
        </Form.Item>
        <Form.Item name="household_id" label={t("adoptions.household")} rules={required}>
          <HouseholdSelect />
        </Form.Item>
      </div>
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
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="images" label={t("product.pictures")}>
        <PicturesField />
      </Form.Item>
      <Agreed />
      <div className="form-row">
        <PercentField name="service_ppm" label={t("product.service")} />
        <MoneyField name="packing_fen" label={t("product.packing")} />
        <MoneyField name="freight_fen" label={t("product.freight")} />
        <Form.Item name="lot_code" label={t("product.lotCode")} rules={required}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </div>
    </>
  );
}

function Agreed() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t("field.required") }];
  return (
    <>
      <div className="form-row">
        <Form.Item
          name="season"
          label={t("adoptions.season")}
          extra={t("adoptions.seasonHint")}
          rules={required}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="harvest_from" label={t("adoptions.harvestFrom")} rules={required}>
          <DayField min={today()} />
        </Form.Item>
        <Form.Item name="harvest_to" label={t("adoptions.harvestTo")} rules={required}>
          <DayField min={today()} />
        </Form.Item>
      </div>
      <Form.Item
        name="yield_text"
        label={t("adoptions.yieldText")}
        extra={t("adoptions.yieldHint")}
        rules={required}
      >
        <Input maxLength={120} />
      </Form.Item>
      <div className="form-row">
        <WeightField name="yield_g" label={t("adoptions.yieldG")} />
        <CountField name="trees" label={t("adoptions.trees")} />
        <MoneyField name="price_fen" label={t("adoptions.price")} atLeast={1} />
      </div>
    </>
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
