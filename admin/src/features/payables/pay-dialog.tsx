/** Books a payment to a household with the bank's voucher. */
import { App, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { DayField } from "../../ui/day-field";
import { Money, moneyText } from "../../ui/money";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

import type { Payable } from "./payables";

interface Fields {
  bank: string;
  reference: string;
  paid_on: string;
}

/** The amount is what is payable now; the backend refuses if it has changed meanwhile. */
export function PayDialog({ payable, onClose }: { payable: Payable; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/payables/pay");
  // What stands in a settlement is paid by that, not a second time here.
  const amount_fen = payable.settled_fen - payable.in_settlement_fen;
  const send = (fields: Fields) => {
    const { household_id } = payable;
    write.mutate(
      { body: { household_id, amount_fen, ...fields } },
      {
        onSuccess: (reply) => {
          void message.success(t("payable.done", { amount: moneyText(reply.amount_fen) }));
          onClose();
        },
        onError: (thrown) => {
          const refused = asRefused(thrown);
          showAtField(form, refused, sentence(refused).first);
        },
      },
    );
  };
  const required = [{ required: true, max: 60, message: t("field.required") }];
  return (
    <Modal
      open
      title={t("payable.payTitle", { name: payable.alias })}
      okText={t("payable.payOk")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <p className="pay-amount">
        <Money fen={amount_fen} />
        <small>{t("payable.payNote")}</small>
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ paid_on: today() }}
        onFinish={send}
      >
        <Form.Item name="bank" label={t("payable.bank")} rules={required}>
          <Input />
        </Form.Item>
        <div className="form-row">
          <Form.Item
            name="reference"
            label={t("payable.reference")}
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
          <Form.Item name="paid_on" label={t("payable.paidOn")} rules={required}>
            <DayField max={today()} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
