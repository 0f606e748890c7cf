/** Ships what is still open of an order, or a part of it. */
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { CountField } from "../../ui/fields";
import { FormDialog } from "../../ui/form-dialog";

import { type Carried, CarrierFields } from "./carrier-fields";
import type { Order } from "./order-list";

interface Fields extends Carried {
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
        <CarrierFields />
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
