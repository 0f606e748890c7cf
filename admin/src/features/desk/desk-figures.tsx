/** The key figures of an area. */
import type { SummaryRow } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { Figures } from "../../ui/figures";
import { Money } from "../../ui/money";

import { QUIET_DAYS } from "./area";
import type { Area } from "./area";

/** Households, credited, pending, paid and confirmed, without credit. */
export function DeskFigures({ total, area }: { total: SummaryRow; area: Area }) {
  const { t } = useTranslation();
  const credited = total.settled_fen + total.paid_fen + total.confirmed_fen;
  const quiet = area?.quiet.count ?? 0;
  return (
    <Figures
      label={t("desk.figures")}
      figures={[
        {
          key: "households",
          name: t("desk.households"),
          value: area ? area.households.toLocaleString("en-US") : "…",
          note: t("desk.withCredit", { n: total.households }),
        },
        {
          key: "credited",
          name: t("desk.credited"),
          value: <Money fen={credited} />,
          note: t("desk.credits", { n: total.credits }),
        },
        {
          key: "pending",
          name: t("desk.pending"),
          value: <Money fen={total.expected_fen + total.earned_fen} />,
          note: (
            <>
              {t("desk.reversed")} <Money fen={total.reversed_fen} />
            </>
          ),
        },
        {
          key: "received",
          name: t("desk.received"),
          value: <Money fen={total.paid_fen + total.confirmed_fen} />,
          note: (
            <>
              {t("desk.ofWhichConfirmed")} <Money fen={total.confirmed_fen} />
            </>
          ),
        },
        {
          key: "quiet",
          name: t("desk.quiet", { days: QUIET_DAYS }),
          value: area ? t("unit.households", { n: quiet.toLocaleString("en-US") }) : "…",
          note: t("desk.quietNote"),
          accent: quiet > 0,
        },
      ]}
    />
  );
}
