/** Whether a month runs, is open, or is closed. */
import type { Reply } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { Tag } from "../../ui/tag";

const TONES = { running: "info", open: "wait", closed: "done" } as const;

/** One word, one colour. */
export function PeriodState({ state }: Pick<Reply<"GET /official/periods/:month">, "state">) {
  const { t } = useTranslation();
  return <Tag tone={TONES[state]}>{t(`periods.${state}`)}</Tag>;
}
