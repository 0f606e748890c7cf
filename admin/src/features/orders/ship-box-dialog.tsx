/** Ships the box of one recipient. */
import { App, AutoComplete, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

import type { GiftBox } from "./gift-boxes";

interface Fields {
  carrier: string;
  tracking_number: string;
}

/** Carrier and number. */
export function ShipBoxDialog({
  order_id,
  box,
  onClose,
}: {
  order_id: string;
  box: GiftBox;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/orders/:id/ship");
  const send = (fields: Fields) => {
    const items = box.lines.map(({ id, quantity, shipped }) => ({
      order_line_id: id,
      quantity: quantity - shipped,
    }));
    write.mutate(
      { params: { id: order_id }, body: { ...fields, items } },
      {
        onSuccess: () => {
          void message.success(t("order.shipDone"));
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
      title={t("gifts.shipTitle", { name: box.address.name ?? "" })}
      okText={t("order.shipOk")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item
          name="carrier"
          label={t("order.carrier")}
          rules={[{ required: true, max: 60, message: t("field.required") }]}
        >
          <AutoComplete
            options={t("order.carriers")
              .split("|")
              .map((value) => ({ value }))}
            showSearch={{ filterOption: true }}
          />
        </Form.Item>
        <Form.Item
          name="tracking_number"
          label={t("order.trackingNumber")}
          rules={[
            {
              required: true,
              pattern: /^[A-Za-z0-9-]{5,40}$/,
              message: t("order.trackingWrong"),
            },
          ]}
        >
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
