/** Closing a month: what it means, its figures once more, and the button. */
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { FormDialog } from "../../ui/form-dialog";

import { useMonthName } from "./month-name";
import { PeriodFigures } from "./period-figures";
import type { Period } from "./periods";

interface CloseDialogProps {
  period: Period;
  county_code: string;
  onClose: () => void;
}

/** The dialog. */
export function CloseDialog({ period, county_code, onClose }: CloseDialogProps) {
  const { t } = useTranslation();
  const month = useMonthName()(period.month);
  const write = useWrite("POST /official/periods/:month/close");
  return (
    <FormDialog
      width={640}
      title={t("periods.closeTitle", { month })}
      okText={t("periods.closeOk")}
      onSend={async () => {
        await write.mutateAsync({ params: { month: period.month }, body: { county_code } });
        return t("periods.closeDone", { month });
      }}
      onClose={onClose}
      top={
        <>
          <p>{t("periods.closeText")}</p>
          <p>
            <b>{t("periods.closeCheck")}</b>
          </p>
          {period.totals && <PeriodFigures totals={period.totals} label={month} />}
        </>
      }
    />
  );
}
