/** From one day to another, both included. */
import { useTranslation } from "react-i18next";

import { DayField } from "./day-field";

interface DaySpanProps {
  from: string | undefined;
  to: string | undefined;
  onChange: (span: { from: string | undefined; to: string | undefined }) => void;
}

/** Two day fields. */
export function DaySpan({ from, to, onChange }: DaySpanProps) {
  const { t } = useTranslation();
  return (
    <span className="day-span no-print" role="group" aria-label={t("list.span")}>
      <DayField
        label={t("list.from")}
        value={from}
        max={to}
        onChange={(day) => {
          onChange({ from: day || undefined, to });
        }}
      />
      <span aria-hidden="true">→</span>
      <DayField
        label={t("list.to")}
        value={to}
        min={from}
        onChange={(day) => {
          onChange({ from, to: day || undefined });
        }}
      />
    </span>
  );
}
