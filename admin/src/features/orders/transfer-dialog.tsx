/** A bank transfer has arrived: its amount as the bank shows it, and the bank's reference. */
import { useTranslation } from "react-i18next";

import { fenOfText } from "../../lib/amounts";
import { useWrite } from "../../lib/data";
import { MoneyField } from "../../ui/fields";
import { FormDialog } from "../../ui/form-dialog";
import { Money } from "../../ui/money";
import { BankReferenceField } from "../../ui/said-fields";

import type { Order } from "./order-list";

interface Fields {
  amount_fen: string;
  bank_reference: string;
}

/** The amount is typed, not offered: whoever confirms has looked at the bank's paper. */
export function TransferDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /cooperative/orders/:id/confirm-transfer");
  const send = async ({ amount_fen, bank_reference }: Fields) => {
    const body = { amount_fen: fenOfText(amount_fen) ?? 0, bank_reference: bank_reference.trim() };
    await write.mutateAsync({ params: { id: order.id }, body });
    return t("order.transferDone");
  };
  return (
    <FormDialog
      title={t("order.transferTitle", { n: order.display_id })}
      okText={t("order.transferOk")}
      onSend={send}
      onClose={onClose}
      top={<Due order={order} />}
    >
      <MoneyField name="amount_fen" label={t("order.transferAmount")} atLeast={1} />
      <BankReferenceField name="bank_reference" extra={t("order.bankReferenceHint")} />
    </FormDialog>
  );
}

function Due({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <p style={{ marginBottom: 14 }}>
      {t("order.transferDue")}{" "}
      <b>
        <Money fen={order.order_total_fen} />
      </b>
      {order.transfer_reference && (
        <span className="sub">
          {" "}
          · {t("order.reference")} {order.transfer_reference}
        </span>
      )}
    </p>
  );
}
