/** Approve or refuse one application; a refusal says why. */
import { App, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { RefusalNote } from "../../ui/refusal-note";

import type { Decision } from "./cooperatives";

/** The dialog. */
export function DecisionDialog({
  cooperative,
  decision,
  onClose,
}: Decision & { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason?: string }>();
  const write = useWrite("POST /official/cooperatives/:id/decision");
  const refusing = decision === "refuse";
  const send = ({ reason }: { reason?: string }) => {
    const trimmed = reason?.trim();
    const body = { decision, ...(trimmed ? { reason: trimmed } : {}) };
    write.mutate(
      { params: { id: cooperative.id }, body },
      {
        onSuccess: () => {
          void message.success(t(refusing ? "approval.refused" : "approval.approved"));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t(refusing ? "approval.refuseTitle" : "approval.approveTitle", {
        name: cooperative.name,
      })}
      okText={t(`approval.${decision}`)}
      okButtonProps={{ danger: refusing }}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <dl className="facts" style={{ marginBottom: 14 }}>
        <div>
          <dt>{t("apply.license")}</dt>
          <dd>{cooperative.license_no}</dd>
        </div>
        <div>
          <dt>{t("household.division")}</dt>
          <dd>{cooperative.division_name}</dd>
        </div>
        <div>
          <dt>{t("apply.contact")}</dt>
          <dd>{cooperative.contact_name}</dd>
        </div>
      </dl>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item
          name="reason"
          label={t(refusing ? "approval.reason" : "approval.remark")}
          rules={[{ required: refusing, max: 300, message: t("approval.reasonWanted") }]}
        >
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
