/** From one day to another, both included. */
import { Input } from "antd";
import { useTranslation } from "react-i18next";

interface DaySpanProps {
  from: string | undefined;
  to: string | undefined;
  onChange: (span: { from: string | undefined; to: string | undefined }) => void;
}

/** Two day fields; the device's own calendar opens on each. */
export function DaySpan({ from, to, onChange }: DaySpanProps) {
  const { t } = useTranslation();
  return (
    <span className="day-span" role="group" aria-label={t("list.span")}>
      <Input
        type="date"
        aria-label={t("list.from")}
        value={from ?? ""}
        max={to}
        onChange={(event) => {
          onChange({ from: event.target.value || undefined, to });
        }}
      />
      <span aria-hidden="true">→</span>
      <Input
        type="date"
        aria-label={t("list.to")}
        value={to ?? ""}
        min={from}
        onChange={(event) => {
          onChange({ from, to: event.target.value || undefined });
        }}
      />
    </span>
  );
}
