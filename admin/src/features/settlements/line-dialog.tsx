/** What the bank did with one line: it refused it, or the money came back. */
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { DayField } from "../../ui/day-field";
import { DialogAmount, FormDialog } from "../../ui/form-dialog";

import type { Line } from "./line-table";

interface Fields {
  reason: string;
  returned_on: string;
}

interface LineDialogProps {
  line: Line;
  about: "fail" | "return";
  onClose: () => void;
}

/** The dialog. */
export function LineDialog({ line, about, onClose }: LineDialogProps) {
  const { t } = useTranslation();
  const fail = useWrite("POST /cooperative/settlement-lines/:id/fail");
  const back = useWrite("POST /cooperative/settlement-lines/:id/return");
  const isFailure = about === "fail";
  const word = isFailure ? "fail" : "bounce";
  const send = async ({ reason, returned_on }: Fields) => {
    const params = { id: line.id };
    if (isFailure) await fail.mutateAsync({ params, body: { reason } });
    else await back.mutateAsync({ params, body: { reason, returned_on } });
    return t(`settlement.${word}Done`);
  };
  return (
    <FormDialog
      title={t(`settlement.${word}Title`, { name: line.alias })}
      okText={t(`settlement.${word}`)}
      initialValues={{ returned_on: today() }}
      onSend={send}
      onClose={onClose}
      top={<DialogAmount fen={line.amount_fen}>{t(`settlement.${word}Text`)}</DialogAmount>}
    >
      <Form.Item
        name="reason"
        label={t("settlement.reason")}
        rules={[{ required: true, max: 200, message: t("settlement.reasonWanted") }]}
      >
        <Input placeholder={t("settlement.failExample")} maxLength={200} />
      </Form.Item>
      {!isFailure && (
        <Form.Item name="returned_on" label={t("settlement.returnedOn")}>
          <DayField max={today()} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
