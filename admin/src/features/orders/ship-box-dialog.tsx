/** Ships the box of one recipient. */
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { FormDialog } from "../../ui/form-dialog";

import { type Carried, CarrierFields } from "./carrier-fields";
import type { GiftBox } from "./gift-boxes";

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
  const write = useWrite("POST /cooperative/orders/:id/ship");
  const send = async (fields: Carried) => {
    const items = box.lines.map(({ id, quantity, shipped }) => ({
      order_line_id: id,
      quantity: quantity - shipped,
    }));
    await write.mutateAsync({ params: { id: order_id }, body: { ...fields, items } });
    return t("order.shipDone");
  };
  return (
    <FormDialog
      title={t("gifts.shipTitle", { name: box.address.name ?? "" })}
      okText={t("order.shipOk")}
      onSend={send}
      onClose={onClose}
    >
      <CarrierFields />
    </FormDialog>
  );
}
