/** One day. The device's calendar opens; the day itself reads YYYY-MM-DD whatever the device's habit. */
import { Input } from "antd";
import { useTranslation } from "react-i18next";

interface DayFieldProps {
  id?: string;
  value?: string;
  onChange?: (day: string) => void;
  label?: string;
  min?: string;
  max?: string;
}

/** A form control: its value is a day, or empty. */
export function DayField({ id, value = "", onChange, label, min, max }: DayFieldProps) {
  const { t } = useTranslation();
  return (
    <span className="day" data-day={value || (label ?? t("list.noDay"))} data-empty={value === ""}>
      <Input
        id={id}
        type="date"
        aria-label={label}
        value={value}
        min={min}
        max={max}
        onChange={(event) => onChange?.(event.target.value)}
      />
    </span>
  );
}
