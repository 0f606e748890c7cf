/** Books a transfer as the bank's voucher shows it; a large one is booked on, piece by piece. */
import { App, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { DayField } from "../../ui/day-field";
import { Money, moneyText } from "../../ui/money";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

import type { Line } from "./line-table";
import type { Settlement } from "./settlement-page";
import { VoucherFileField } from "./voucher-file-field";

interface Fields {
  bank: string;
  reference: string;
  paid_on: string;
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
  const [form] = Form.useForm<Fields>();
  const due = dueOf(settlement, chosen);
  const { send, write } = useBooking(settlement, chosen, () => {
    onBooked();
    onClose();
  });
  const sentence = useRefusalText();
  const required = [{ required: true, max: 60, message: t("field.required") }];
  return (
    <Modal
      open
      title={t("settlement.voucherTitle")}
      okText={t("settlement.voucherOk")}
      confirmLoading={write.isPending}
      okButtonProps={{ disabled: due.amount_fen <= 0 }}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <p className="pay-amount">
        <Money fen={due.amount_fen} />
        <small>
          {t(chosen.length > 0 ? "settlement.voucherChosen" : "settlement.voucherAll", {
            n: due.lines,
          })}
        </small>
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ paid_on: today() }}
        onFinish={(fields) => {
          send({ ...fields, amount_fen: due.amount_fen }, (thrown) => {
            const refused = asRefused(thrown);
            showAtField(form, refused, sentence(refused).first);
          });
        }}
      >
        <Form.Item name="bank" label={t("settlement.bank")} rules={required}>
          <Input />
        </Form.Item>
        <div className="form-row">
          <Form.Item
            name="reference"
            label={t("settlement.bankReference")}
            rules={[
              {
                required: true,
                pattern: /^[A-Za-z0-9-]{4,60}$/,
                message: t("order.bankReferenceWrong"),
              },
            ]}
          >
            <Input autoComplete="off" maxLength={60} />
          </Form.Item>
          <Form.Item name="paid_on" label={t("settlement.paidOn")} rules={required}>
            <DayField max={today()} />
          </Form.Item>
        </div>
        <Form.Item name="file_id" label={t("settlement.file")} extra={t("settlement.fileHint")}>
          <VoucherFileField />
        </Form.Item>
      </Form>
      {chosen.length === 0 && <p className="sub">{t("settlement.chooseHint")}</p>}
    </Modal>
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

function useBooking({ id }: Settlement, chosen: readonly Line[], onDone: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const write = useWrite("POST /cooperative/settlements/:id/vouchers");
  const more = useWrite("POST /cooperative/settlements/:id/booking");
  const [isGoingOn, setIsGoingOn] = useState(false);
  const goOn = async (left: number): Promise<void> => {
    if (left === 0) return;
    void message.loading(t("settlement.voucherLeft", { left }), 2);
    const next = await more.mutateAsync({ params: { id } });
    // What does not get fewer is left to the sweep.
    if (next.left < left) await goOn(next.left);
  };
  const send = (fields: Fields & { amount_fen: number }, onError: (thrown: unknown) => void) => {
    const { file_id, ...voucher } = fields;
    const body = {
      ...voucher,
      ...(file_id ? { file_id } : {}),
      ...(chosen.length > 0 ? { line_ids: chosen.map((line) => line.id) } : {}),
    };
    setIsGoingOn(true);
    write
      .mutateAsync({ params: { id }, body })
      .then(async ({ booked, amount_fen, left }) => {
        await goOn(left);
        const amount = moneyText(amount_fen);
        void message.success(t("settlement.voucherDone", { booked: booked + left, amount }));
        onDone();
      })
      .catch(onError)
      .finally(() => {
        setIsGoingOn(false);
      });
  };
  return { send, write: { error: write.error, isPending: write.isPending || isGoingOn } };
}
