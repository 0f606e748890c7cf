/** One accounting month, or a span of them. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";

import { recentMonths } from "../lib/months";

const MONTHS_BACK = 36;

interface MonthSelectProps {
  id?: string;
  label?: string;
  value?: string;
  onChange?: (month: string) => void;
  /** What no month is called, where none may be chosen. */
  none?: string;
}

/** A month to choose; also a form control. */
export function MonthSelect({ id, label, value = "", onChange, none }: MonthSelectProps) {
  const { t } = useTranslation();
  const months = recentMonths(MONTHS_BACK);
  return (
    <Select
      id={id}
      className="month-select"
      aria-label={label}
      value={value}
      onChange={onChange}
      options={[
        ...(none === undefined ? [] : [{ value: "", label: none }]),
        ...(value === "" || months.includes(value) ? months : [value, ...months]).map((month) => ({
          value: month,
          label: t("chart.yearMonth", { year: month.slice(0, 4), month: Number(month.slice(5)) }),
        })),
      ]}
    />
  );
}
