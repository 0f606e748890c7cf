/** Records a consent that a household has given. */
import type { BodyInput } from "@yigou/backend/contract";
import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { FormDialog } from "../../ui/form-dialog";

type Given = BodyInput<"POST /official/households/:id/consents">;

const PURPOSES = ["story", "village", "news"] as const;
const EVIDENCES = ["signed_page", "spoken"] as const;
const DAYS = ["given_on", "expires_on"] as const;

/** For one purpose at a time: consents are separate. */
export function ConsentDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/households/:id/consents");
  const send = async (body: Given) => {
    await write.mutateAsync({ params: { id }, body });
    return t("consent.done");
  };
  return (
    <FormDialog
      title={t("consent.give")}
      okText={t("action.save")}
      initialValues={{ purpose: "story", evidence: "signed_page" }}
      onSend={send}
      onClose={onClose}
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
    </FormDialog>
  );
}
