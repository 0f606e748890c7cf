/** What can be done with an order in its present state. */
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { PrintButton } from "../../ui/print-button";
import { useRefusalText } from "../../ui/refusal-note";

import type { Order } from "./order-list";
import { ShipDialog } from "./ship-dialog";
import { TransferDialog } from "./transfer-dialog";

/** Confirm the transfer, ship, deliver. */
export function OrderActions({ order }: { order: Order }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"ship" | "transfer" | null>(null);
  const close = () => {
    setOpen(null);
  };
  return (
    <>
      {(order.state === "to_ship" || order.state === "shipped") && (
        <PrintButton
          paper="GET /cooperative/orders/:id/packing-slip"
          input={{ params: { id: order.id } }}
          label={t("lot.slip")}
        />
      )}
      {order.state === "awaiting_transfer" && (
        <Button
          type="primary"
          onClick={() => {
            setOpen("transfer");
          }}
        >
          {t("order.confirmTransfer")}
        </Button>
      )}
      {order.state === "to_ship" && order.gift_recipients === 0 && (
        <Button
          type="primary"
          onClick={() => {
            setOpen("ship");
          }}
        >
          {t("order.ship")}
        </Button>
      )}
      {order.state === "shipped" && <DeliverButton order={order} />}
      {open === "ship" && <ShipDialog order={order} onClose={close} />}
      {open === "transfer" && <TransferDialog order={order} onClose={close} />}
    </>
  );
}

function DeliverButton({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/orders/:id/deliver");
  const send = () =>
    write.mutateAsync({ params: { id: order.id } }).then(
      () => void message.success(t("order.deliverDone")),
      (thrown: unknown) => void message.error(sentence(asRefused(thrown)).first),
    );
  return (
    <Button
      type="primary"
      loading={write.isPending}
      onClick={() => {
        modal.confirm({
          title: t("order.deliverTitle", { n: order.display_id }),
          content: t("order.deliverText"),
          okText: t("order.deliver"),
          icon: null,
          onOk: send,
        });
      }}
    >
      {t("order.deliver")}
    </Button>
  );
}
