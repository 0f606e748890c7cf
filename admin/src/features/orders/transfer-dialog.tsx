/** A bank transfer has arrived: its amount as the bank shows it, and the bank's reference. */
import { App, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { fenOfText } from "../../lib/amounts";
import { useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { MoneyField } from "../../ui/fields";
import { Money } from "../../ui/money";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

import type { Order } from "./order-list";

interface Fields {
  amount_fen: string;
  bank_reference: string;
}

/** The amount is typed, not offered: whoever confirms has looked at the bank's paper. */
export function TransferDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/orders/:id/confirm-transfer");
  const send = ({ amount_fen, bank_reference }: Fields) => {
    const body = { amount_fen: fenOfText(amount_fen) ?? 0, bank_reference: bank_reference.trim() };
    write.mutate(
      { params: { id: order.id }, body },
      {
        onSuccess: () => {
          void message.success(t("order.transferDone"));
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
      title={t("order.transferTitle", { n: order.display_id })}
      okText={t("order.transferOk")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
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
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <MoneyField name="amount_fen" label={t("order.transferAmount")} atLeast={1} />
        <Form.Item
          name="bank_reference"
          label={t("order.bankReference")}
          extra={t("order.bankReferenceHint")}
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
      </Form>
    </Modal>
  );
}
