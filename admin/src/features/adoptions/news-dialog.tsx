/** Tells news with a picture to everybody who has adopted. */
import { App, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { PicturesField } from "../../ui/pictures-field";
import { RefusalNote } from "../../ui/refusal-note";

import type { Adoption } from "./adoptions";

interface Fields {
  text: string;
  pictures?: string[];
}

/** The dialog. */
export function NewsDialog({ adoption, onClose }: { adoption: Adoption; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const write = useWrite("POST /cooperative/adoptions/:id/updates");
  const send = ({ text, pictures }: Fields) => {
    const [picture] = pictures ?? [];
    write.mutate(
      { params: { id: adoption.product_id }, body: { text, ...(picture ? { picture } : {}) } },
      {
        onSuccess: () => {
          void message.success(t("adoptions.told"));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t("adoptions.tellTitle", { title: adoption.title })}
      okText={t("adoptions.tell")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item
          name="text"
          label={t("adoptions.text")}
          rules={[{ required: true, whitespace: true, message: t("field.required") }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <Form.Item name="pictures" label={t("adoptions.picture")}>
          <PicturesField />
        </Form.Item>
      </Form>
    </Modal>
  );
}
