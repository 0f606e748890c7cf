/** Records a consent that a household has given. */
import type { BodyInput } from "@yigou/backend/contract";
import { App, Form, Input, Modal, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

type Given = BodyInput<"POST /official/households/:id/consents">;

const PURPOSES = ["story", "village", "news"] as const;
const EVIDENCES = ["signed_page", "spoken"] as const;
const DAYS = ["given_on", "expires_on"] as const;

/** For one purpose at a time: consents are separate. */
export function ConsentDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Given>();
  const sentence = useRefusalText();
  const write = useWrite("POST /official/households/:id/consents");
  const send = (body: Given) => {
    write.mutate(
      { params: { id }, body },
      {
        onSuccess: () => {
          void message.success(t("consent.done"));
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
      title={t("consent.give")}
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
        initialValues={{ purpose: "story", evidence: "signed_page" }}
        onFinish={send}
      >
        <Form.Item name="purpose" label={t("consent.purpose")}>
          <Radio.Group
            options={PURPOSES.map((one) => ({ value: one, label: t(`consent.${one}`) }))}
          />
        </Form.Item>
        <Form.Item name="evidence" label={t("consent.evidence")}>
          <Radio.Group
            options={EVIDENCES.map((one) => ({ value: one, label: t(`consent.${one}`) }))}
          />
        </Form.Item>
        {DAYS.map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t(name === "given_on" ? "consent.givenOn" : "consent.expiresOn")}
            rules={[{ required: true, message: t("field.required") }]}
          >
            <Input type="date" />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
}
