/** Books a transfer as the bank's voucher shows it; a large one is booked on, piece by piece. */
import { App, Form } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { DialogAmount, FormDialog } from "../../ui/form-dialog";
import { moneyText } from "../../ui/money";
import { VoucherFields } from "../../ui/said-fields";
import type { VoucherFieldsOf } from "../../ui/said-fields";

import type { Line } from "./line-table";
import type { Settlement } from "./settlement-page";
import { VoucherFileField } from "./voucher-file-field";

interface Fields extends VoucherFieldsOf {
  file_id?: string;
}

interface VoucherDialogProps {
  settlement: Settlement;
  /** Only these lines; all that wait when none is ticked. */
  chosen: readonly Line[];
  onBooked: () => void;
  onClose: () => void;
}

/** The dialog. */
export function VoucherDialog({ settlement, chosen, onBooked, onClose }: VoucherDialogProps) {
  const { t } = useTranslation();
  const due = dueOf(settlement, chosen);
  const book = useBooking(settlement, chosen);
  return (
    <FormDialog<Fields>
      title={t("settlement.voucherTitle")}
      okText={t("settlement.voucherOk")}
      isOff={due.amount_fen <= 0}
      initialValues={{ paid_on: today() }}
      onSend={(fields) => book({ ...fields, amount_fen: due.amount_fen })}
      onClose={onClose}
      onDone={() => {
        onBooked();
        onClose();
      }}
      top={
        <DialogAmount fen={due.amount_fen}>
          {t(chosen.length > 0 ? "settlement.voucherChosen" : "settlement.voucherAll", {
            n: due.lines,
          })}
        </DialogAmount>
      }
    >
      <VoucherFields />
      <Form.Item name="file_id" label={t("settlement.file")} extra={t("settlement.fileHint")}>
        <VoucherFileField />
      </Form.Item>
      {chosen.length === 0 && <p className="sub">{t("settlement.chooseHint")}</p>}
    </FormDialog>
  );
}

/** What the voucher must show: the sum of the lines that it is for. */
function dueOf({ by_state }: Settlement, chosen: readonly Line[]) {
  if (chosen.length === 0) return by_state.pending;
  return {
    lines: chosen.length,
    amount_fen: chosen.reduce((sum, one) => sum + one.amount_fen, 0),
  };
}

/** Books all of it, and says how much. */
function useBooking({ id }: Settlement, chosen: readonly Line[]) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const write = useWrite("POST /cooperative/settlements/:id/vouchers");
  const more = useWrite("POST /cooperative/settlements/:id/booking");
  const goOn = async (left: number): Promise<void> => {
    if (left === 0) return;
    void message.loading(t("settlement.voucherLeft", { left }), 2);
    const next = await more.mutateAsync({ params: { id } });
    // What does not get fewer is left to the sweep.
    if (next.left < left) await goOn(next.left);
  };
  return async ({ file_id, ...voucher }: Fields & { amount_fen: number }): Promise<string> => {
    const body = {
      ...voucher,
      ...(file_id ? { file_id } : {}),
      ...(chosen.length > 0 ? { line_ids: chosen.map((line) => line.id) } : {}),
    };
    const { booked, amount_fen, left } = await write.mutateAsync({ params: { id }, body });
    await goOn(left);
    const amount = moneyText(amount_fen);
    return t("settlement.voucherDone", { booked: booked + left, amount });
  };
}
