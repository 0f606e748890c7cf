/** What a row of the summary is called on the screen. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";

import type { Group } from "./drill";

/** Categories and months come as codes; everything else has a name of its own. */
export function useRowLabel(group: Group): (row: { key: string; label: string }) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ key, label }: { key: string; label: string }) => {
      if (group === "category") {
        return hasWord("category", key) ? t(`category.${key}`) : label;
      }
      if (group === "month" && /^\d{4}-\d{2}$/.test(key)) {
        return t("chart.yearMonth", { year: key.slice(0, 4), month: Number(key.slice(5)) });
      }
      return label;
    },
    [group, t],
  );
}
