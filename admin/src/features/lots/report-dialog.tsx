/** Records a test report of a lot. */
import type { BodyInput } from "@yigou/backend/contract";
import { App, Form, Input, Modal, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

import type { OwnLot } from "./own-lots";

type Report = BodyInput<"POST /cooperative/lots/:id/reports">;

const TEXTS = ["title", "laboratory", "number"] as const;

/** What was tested, by whom, when, and what came out. */
export function ReportDialog({ lot, onClose }: { lot: OwnLot; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Report>();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/lots/:id/reports");
  const send = (body: Report) => {
    write.mutate(
      { params: { id: lot.id }, body },
      {
        onSuccess: () => {
          void message.success(t("lot.reportDone"));
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
      title={`${t("lot.report")}：${lot.name}`}
      okText={t("action.save")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ passed: true }}
        onFinish={send}
      >
        {TEXTS.map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t(`lot.${name}`)}
            rules={[{ required: true, message: t("field.required") }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        ))}
        <Form.Item
          name="tested_on"
          label={t("lot.testedOn")}
          rules={[{ required: true, message: t("field.required") }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="passed" label={t("lot.passed")}>
          <Radio.Group
            options={[
              { value: true, label: t("lot.pass") },
              { value: false, label: t("lot.fail") },
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
