/** What is told on the household's public page. */
import { App, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

interface Story {
  zh: string;
  en: string;
}

/** Screened by the backend before it is kept. */
export function StoryForm({ id, story }: { id: string; story: Story | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Story>();
  const sentence = useRefusalText();
  const write = useWrite("POST /official/households/:id/story");
  const send = (body: Story) => {
    write.mutate(
      { params: { id }, body },
      {
        onSuccess: () => void message.success(t("consent.saved")),
        onError: (thrown) => {
          const refused = asRefused(thrown);
          showAtField(form, refused, sentence(refused).first);
        },
      },
    );
  };
  return (
    <Form
      form={form}
      name="story"
      layout="vertical"
      requiredMark={false}
      initialValues={story ?? { zh: "", en: "" }}
      onFinish={send}
    >
      <p className="sub">
        <b>{t("consent.text")}</b> {t("consent.textHint")}
      </p>
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Form.Item
        name="zh"
        label={t("consent.zh")}
        rules={[{ required: true, message: t("field.required") }]}
      >
        <Input.TextArea rows={3} maxLength={1200} />
      </Form.Item>
      <Form.Item name="en" label={t("consent.en")}>
        <Input.TextArea rows={2} maxLength={2400} />
      </Form.Item>
      <Button htmlType="submit" loading={write.isPending}>
        {t("consent.save")}
      </Button>
    </Form>
  );
}
