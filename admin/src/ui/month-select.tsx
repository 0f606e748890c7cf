/** One accounting month, or a span of them. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";

import { recentMonths } from "../lib/months";

const MONTHS_BACK = 36;

interface MonthSelectProps {
  label: string;
  value: string;
  onChange: (month: string) => void;
}

/** A month to choose. */
export function MonthSelect({ label, value, onChange }: MonthSelectProps) {
  const { t } = useTranslation();
  const months = recentMonths(MONTHS_BACK);
  return (
    <Select
      className="month-select"
      aria-label={label}
      value={value}
      onChange={onChange}
      options={(months.includes(value) ? months : [value, ...months]).map((month) => ({
        value: month,
        label: t("chart.yearMonth", { year: month.slice(0, 4), month: Number(month.slice(5)) }),
      }))}
    />
  );
}
