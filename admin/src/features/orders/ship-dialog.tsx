/** Ships what is still open of an order, or a part of it. */
import { App, AutoComplete, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { CountField } from "../../ui/fields";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

import type { Order } from "./order-list";

interface Fields {
  carrier: string;
  tracking_number: string;
  items: { quantity: string }[];
}

/** Carrier, number and, line by line, how many. */
export function ShipDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/orders/:id/ship");
  const open = order.lines.filter((line) => line.quantity > line.shipped);
  const send = ({ carrier, tracking_number, items }: Fields) => {
    const chosen = open
      .map((line, index) => ({
        order_line_id: line.id,
        quantity: Number(items[index]?.quantity ?? 0),
      }))
      .filter((item) => item.quantity > 0);
    write.mutate(
      { params: { id: order.id }, body: { carrier, tracking_number, items: chosen } },
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
      title={t("order.shipTitle", { n: order.display_id })}
      okText={t("order.shipOk")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          items: open.map((line) => ({ quantity: String(line.quantity - line.shipped) })),
        }}
        onFinish={send}
      >
        <div className="form-row">
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
        </div>
        {open.map((line, index) => (
          <CountField
            key={line.id}
            name={["items", index, "quantity"]}
            label={t("order.shipLine", { title: `${line.title} ${line.variant_title}` })}
            extra={t("order.shipOpen", { n: line.quantity - line.shipped })}
          />
        ))}
      </Form>
    </Modal>
  );
}
