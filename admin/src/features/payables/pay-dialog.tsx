/** Books a payment to a household with the bank's voucher. */
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { DialogAmount, FormDialog } from "../../ui/form-dialog";
import { moneyText } from "../../ui/money";
import { VoucherFields } from "../../ui/said-fields";
import type { VoucherFieldsOf } from "../../ui/said-fields";

import { PayeeField } from "./payee-field";
import { payableNow } from "./payable-now";
import type { Payable } from "./payable-now";

/** The amount is what is payable now; the backend refuses if it has changed meanwhile. */
export function PayDialog({ payable, onClose }: { payable: Payable; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /cooperative/payables/pay");
  const amount_fen = payableNow(payable);
  const { household_id } = payable;
  const send = async ({ recipient_id, ...fields }: VoucherFieldsOf & { recipient_id?: string }) => {
    const other = recipient_id ? { recipient_id } : {};
    const body = { household_id, amount_fen, ...fields, ...other };
    const paid = await write.mutateAsync({ body });
    return t("payable.done", { amount: moneyText(paid.amount_fen) });
  };
  return (
    <FormDialog
      title={t("payable.payTitle", { name: payable.alias })}
      okText={t("payable.payOk")}
      initialValues={{ paid_on: today() }}
      onSend={send}
      onClose={onClose}
      top={<DialogAmount fen={amount_fen}>{t("payable.payNote")}</DialogAmount>}
    >
      <PayeeField household_id={household_id} />
      <VoucherFields />
    </FormDialog>
  );
}
