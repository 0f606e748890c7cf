/** What a month is called on the screen. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** "2026-11" in the words of the language. */
export function useMonthName(): (month: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (month: string) =>
      t("periods.name", { year: month.slice(0, 4), month: String(Number(month.slice(5))) }),
    [t],
  );
}
