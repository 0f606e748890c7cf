/** Finds a household of the county by its public alias. */
import { Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";

const SHOWN = 30;

/** A select that searches while one types; names of people are never shown here. */
export function HouseholdPicker({ index }: { index: number }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const query = useRead("GET /cooperative/households", { query: { q: text, limit: SHOWN } });
  const options = (query.data?.households ?? []).map((one) => ({
    value: one.id,
    label: `${one.alias} · ${one.division_name}`,
  }));
  return (
    <Form.Item
      name={[index, "household_id"]}
      label={t("product.household")}
      rules={[{ required: true, message: t("field.required") }]}
    >
      <Select
        showSearch={{ filterOption: false, onSearch: setText }}
        virtual={false}
        options={options}
        loading={query.isFetching}
        placeholder={t("product.householdSearch")}
        notFoundContent={query.isFetching ? t("state.loading") : t("product.noHousehold")}
      />
    </Form.Item>
  );
}
