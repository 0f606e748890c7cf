/** Denies the origin of a lot, and ends the quarrel over it. */
import type { BodyInput } from "@yigou/backend/contract";
import { App, Form, Input, Modal, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

import type { AreaLot } from "./area-lots";

interface DialogProps {
  lot: AreaLot;
  onClose: () => void;
}

/** In the name of a household or its village. */
export function DenyDialog({ lot, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ statement: string }>();
  const sentence = useRefusalText();
  const write = useWrite("POST /official/lots/:code/dispute");
  const send = (body: { statement: string }) => {
    write.mutate(
      { params: { code: lot.code }, body },
      {
        onSuccess: () => {
          void message.success(t("lot.disputeDone"));
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
      title={`${t("lot.dispute")}：${lot.titles.join(t("list.comma"))}`}
      okText={t("lot.dispute")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="sub">{t("lot.disputeText")}</p>
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item
          name="statement"
          label={t("lot.statement")}
          rules={[{ required: true, message: t("lot.statementWanted") }]}
        >
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}

type Resolution = BodyInput<"POST /official/origin-disputes/:id/resolution">;

const OUTCOMES = ["origin_confirmed", "false_origin"] as const satisfies Resolution["outcome"][];

/** By township or county. */
export function ResolveOriginDialog({ lot, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Resolution>();
  const sentence = useRefusalText();
  const write = useWrite("POST /official/origin-disputes/:id/resolution");
  const send = (body: Resolution) => {
    write.mutate(
      { params: { id: lot.dispute?.id ?? "" }, body },
      {
        onSuccess: () => {
          void message.success(t("lot.resolveDone"));
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
      title={t("lot.resolveTitle", { name: lot.name })}
      okText={t("lot.resolve")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ outcome: "origin_confirmed" }}
        onFinish={send}
      >
        <Form.Item name="outcome" label={t("lot.outcome")}>
          <Radio.Group options={OUTCOMES.map((one) => ({ value: one, label: t(`lot.${one}`) }))} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t("lot.reason")}
          rules={[{ required: true, message: t("lot.reasonWanted") }]}
        >
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
