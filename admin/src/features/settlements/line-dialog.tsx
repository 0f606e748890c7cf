/** What the bank did with one line: it refused it, or the money came back. */
import { App, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { asRefused } from "../../lib/refused";
import { DayField } from "../../ui/day-field";
import { Money } from "../../ui/money";
import { RefusalNote } from "../../ui/refusal-note";

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
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const fail = useWrite("POST /cooperative/settlement-lines/:id/fail");
  const back = useWrite("POST /cooperative/settlement-lines/:id/return");
  const isFailure = about === "fail";
  const error = fail.error ?? back.error;
  const word = isFailure ? "fail" : "bounce";
  const send = ({ reason, returned_on }: Fields) => {
    const params = { id: line.id };
    const done = {
      onSuccess: () => {
        void message.success(t(`settlement.${word}Done`));
        onClose();
      },
    };
    if (isFailure) fail.mutate({ params, body: { reason } }, done);
    else back.mutate({ params, body: { reason, returned_on } }, done);
  };
  return (
    <Modal
      open
      title={t(`settlement.${word}Title`, { name: line.alias })}
      okText={t(`settlement.${word}`)}
      confirmLoading={fail.isPending || back.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {error && <RefusalNote refused={asRefused(error)} />}
      <p className="pay-amount">
        <Money fen={line.amount_fen} />
        <small>{t(`settlement.${word}Text`)}</small>
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ returned_on: today() }}
        onFinish={send}
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
      </Form>
    </Modal>
  );
}
