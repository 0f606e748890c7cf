/** Closing a month: what it means, its figures once more, and the button. */
import { App, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { RefusalNote } from "../../ui/refusal-note";

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
  const { message } = App.useApp();
  const month = useMonthName()(period.month);
  const write = useWrite("POST /official/periods/:month/close");
  const send = () => {
    write.mutate(
      { params: { month: period.month }, body: { county_code } },
      {
        onSuccess: () => {
          void message.success(t("periods.closeDone", { month }));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      width={640}
      title={t("periods.closeTitle", { month })}
      okText={t("periods.closeOk")}
      confirmLoading={write.isPending}
      onOk={send}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <p>{t("periods.closeText")}</p>
      <p>
        <b>{t("periods.closeCheck")}</b>
      </p>
      {period.totals && <PeriodFigures totals={period.totals} label={month} />}
    </Modal>
  );
}
