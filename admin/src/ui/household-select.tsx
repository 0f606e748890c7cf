/** Finds a household of the cooperative's county by its public alias. */
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead } from "../lib/data";

const SHOWN = 30;

interface HouseholdSelectProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** A form control that searches while one types; names of people are never shown here. */
export function HouseholdSelect({ id, value, onChange }: HouseholdSelectProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const query = useRead("GET /cooperative/households", { query: { q: text, limit: SHOWN } });
  const options = (query.data?.households ?? []).map((one) => ({
    value: one.id,
    label: `${one.alias} · ${one.division_name}`,
  }));
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setText }}
      virtual={false}
      options={options}
      loading={query.isFetching}
      placeholder={t("product.householdSearch")}
      notFoundContent={query.isFetching ? t("state.loading") : t("product.noHousehold")}
    />
  );
}
