/** Ends a dispute: what came out, and why. */
import type { BodyInput } from "@yigou/backend/contract";
import { App, Form, Input, Modal, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { Money } from "../../ui/money";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

import type { Dispute } from "./disputes";

type Resolution = BodyInput<"POST /official/disputes/:id/resolution">;

const OUTCOMES = ["received", "paid_again", "unfounded"] as const satisfies Resolution["outcome"][];

/** For township and county. */
export function ResolveDialog({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Resolution>();
  const sentence = useRefusalText();
  const write = useWrite("POST /official/disputes/:id/resolution");
  const send = (body: Resolution) => {
    write.mutate(
      { params: { id: dispute.id }, body },
      {
        onSuccess: () => {
          void message.success(t("dispute.resolveDone"));
          onClose();
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
      title={t("dispute.resolveTitle", { name: dispute.alias })}
      okText={t("dispute.resolve")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <p className="pay-amount">
        <Money fen={dispute.amount_fen} />
        <small>{dispute.statement}</small>
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ outcome: "received" }}
        onFinish={send}
      >
        <Form.Item name="outcome" label={t("dispute.outcome")}>
          <Radio.Group
            options={OUTCOMES.map((one) => ({ value: one, label: t(`dispute.${one}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t("dispute.reason")}
          extra={t("dispute.statementHint")}
          rules={[{ required: true, message: t("dispute.reasonWanted") }]}
        >
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
