/** News of the household for those who follow it. */
import type { BodyInput } from "@yigou/backend/contract";
import { App, Button, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

type News = BodyInput<"POST /official/households/:id/news">;

const TOPICS = ["harvest", "income", "thanks"] as const satisfies News["topic"][];

/** With the household's consent for news; screened by the backend. */
export function NewsForm({ id }: { id: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<News>();
  const sentence = useRefusalText();
  const write = useWrite("POST /official/households/:id/news");
  const send = (body: News) => {
    write.mutate(
      { params: { id }, body },
      {
        onSuccess: () => {
          void message.success(t("consent.newsDone"));
          form.resetFields();
        },
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
      name="news"
      layout="vertical"
      requiredMark={false}
      initialValues={{ topic: "harvest", zh: "", en: "" }}
      onFinish={send}
      style={{ marginTop: 24 }}
    >
      <p className="sub">
        <b>{t("consent.newsTitle")}</b> {t("consent.newsHint")}
      </p>
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Form.Item name="topic" label={t("consent.newsTopic")}>
        <Radio.Group options={TOPICS.map((one) => ({ value: one, label: t(`consent.${one}`) }))} />
      </Form.Item>
      <Form.Item
        name="zh"
        label={t("consent.zh")}
        rules={[{ required: true, message: t("field.required") }]}
      >
        <Input.TextArea rows={2} maxLength={600} />
      </Form.Item>
      <Form.Item name="en" label={t("consent.en")}>
        <Input.TextArea rows={2} maxLength={1200} />
      </Form.Item>
      <Button htmlType="submit" loading={write.isPending}>
        {t("consent.newsSend")}
      </Button>
    </Form>
  );
}
