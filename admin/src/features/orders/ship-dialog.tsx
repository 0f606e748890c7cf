/** Ships what is still open of an order, or a part of it. */
import { AutoComplete, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { CountField } from "../../ui/fields";
import { FormDialog } from "../../ui/form-dialog";

import type { Order } from "./order-list";

interface Fields {
  carrier: string;
  tracking_number: string;
  items: { quantity: string }[];
}

/** Carrier, number and, line by line, how many. */
export function ShipDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /cooperative/orders/:id/ship");
  const open = order.lines.filter((line) => line.quantity > line.shipped);
  const send = async ({ carrier, tracking_number, items }: Fields) => {
    const chosen = open
      .map((line, index) => ({
        order_line_id: line.id,
        quantity: Number(items[index]?.quantity ?? 0),
      }))
      .filter((item) => item.quantity > 0);
    const body = { carrier, tracking_number, items: chosen };
    await write.mutateAsync({ params: { id: order.id }, body });
    return t("order.shipDone");
  };
  return (
    <FormDialog
      title={t("order.shipTitle", { n: order.display_id })}
      okText={t("order.shipOk")}
      initialValues={{
        items: open.map((line) => ({ quantity: String(line.quantity - line.shipped) })),
      }}
      onSend={send}
      onClose={onClose}
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
    </FormDialog>
  );
}
