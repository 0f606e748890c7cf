import type { LotDispute } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { Tag } from "../../ui/tag";

/** Whether the origin of a lot is in doubt. */
export function OriginTag({ dispute }: { dispute: LotDispute | null }) {
  const { t } = useTranslation();
  if (!dispute) return <Tag>{t("lot.state.none")}</Tag>;
  const state = dispute.outcome ?? "open";
  const tone = state === "origin_confirmed" ? "done" : "act";
  return <Tag tone={tone}>{t(`lot.state.${state}`)}</Tag>;
}
