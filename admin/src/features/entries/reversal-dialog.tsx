/** Takes an approved entry back that has not been paid; somebody else has to approve that, too. */
import { App, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { Money } from "../../ui/money";
import { RefusalNote } from "../../ui/refusal-note";

import type { Entry } from "./entries";
import { useKind } from "./entry-table";

/** The form. */
export function ReversalDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useTranslation();
  const kind = useKind();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const write = useWrite("POST /cooperative/entries/:id/reversal");
  const send = (body: { reason: string }) => {
    write.mutate(
      { params: { id: entry.id }, body },
      {
        onSuccess: () => {
          void message.success(t("entry.newDone"));
          onClose();
        },
      },
    );
  };
  const { alias: name, period } = entry;
  return (
    <Modal
      open
      title={t("entry.reverseTitle", { name, period, what: kind(entry.linkage) })}
      okText={t("entry.reverseOk")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <p className="pay-amount">
        <Money fen={-entry.amount_fen} />
        <small>{t("entry.reverseText")}</small>
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item
          name="reason"
          label={t("entry.reason")}
          rules={[{ required: true, message: t("entry.reasonWanted") }]}
        >
          <Input.TextArea rows={2} maxLength={200} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
