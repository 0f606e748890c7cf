/** "I did not get this": kept in the household's words for township and county. */
import { App, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { Money } from "../../ui/money";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

import type { Credit } from "./income-account";
import { worthOf } from "./worth";

interface DisputeDialogProps {
  id: string;
  credits: readonly Credit[];
  onClose: () => void;
  onDone: () => void;
}

/** Freezes nothing. */
export function DisputeDialog({ id, credits, onClose, onDone }: DisputeDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ statement: string }>();
  const sentence = useRefusalText();
  const write = useWrite("POST /official/households/:id/disputes");
  const send = ({ statement }: { statement: string }) => {
    const body = { credit_ids: credits.map((one) => one.id), statement };
    write.mutate(
      { params: { id }, body },
      {
        onSuccess: () => {
          void message.success(t("dispute.done"));
          onDone();
        },
        onError: (thrown) => {
          const refused = asRefused(thrown);
          showAtField(form, refused, sentence(refused).first);
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t("dispute.title")}
      okText={t("dispute.ok")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="pay-amount">
        <Money fen={worthOf(credits)} />
        <small>{t("confirm.count", { n: credits.length })}</small>
      </p>
      <p className="sub">{t("dispute.hint")}</p>
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item
          name="statement"
          label={t("dispute.statement")}
          extra={t("dispute.statementHint")}
          rules={[{ required: true, message: t("dispute.wanted") }]}
        >
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
