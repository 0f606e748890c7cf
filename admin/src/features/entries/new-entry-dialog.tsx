/** One wage, rent, dividend or bonus; somebody else has to approve it. */
import type { BodyInput } from "@yigou/backend/contract";
import { App, Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";

import { fenOfText } from "../../lib/amounts";
import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { MoneyField } from "../../ui/fields";
import { HouseholdSelect } from "../../ui/household-select";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

type Body = BodyInput<"POST /cooperative/entries">;
type Fields = Omit<Body, "amount_fen"> & { amount_fen: string };

const KINDS = ["wage", "land_rent", "dividend", "bonus"] as const satisfies Body["linkage"][];

/** The form. */
export function NewEntryDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/entries");
  const send = ({ amount_fen, note, ...fields }: Fields) => {
    const body: Body = {
      ...fields,
      amount_fen: fenOfText(amount_fen) ?? 0,
      ...(note ? { note } : {}),
    };
    write.mutate(
      { body },
      {
        onSuccess: () => {
          void message.success(t("entry.newDone"));
          onClose();
        },
        onError: (thrown) => {
          const refused = asRefused(thrown);
          showAtField(form, refused, sentence(refused).first);
        },
      },
    );
  };
  const required = [{ required: true, message: t("field.required") }];
  return (
    <Modal
      open
      title={t("entry.newTitle")}
      okText={t("entry.newOk")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ linkage: "wage", period: today().slice(0, 7) }}
        onFinish={send}
      >
        <Form.Item name="household_id" label={t("entry.household")} rules={required}>
          <HouseholdSelect />
        </Form.Item>
        <div className="form-row">
          <Form.Item name="linkage" label={t("entry.linkage")}>
            <Select options={KINDS.map((one) => ({ value: one, label: t(`entry.${one}`) }))} />
          </Form.Item>
          <Form.Item name="period" label={t("entry.period")} rules={required}>
            <Input type="month" max={today().slice(0, 7)} />
          </Form.Item>
        </div>
        <MoneyField name="amount_fen" label={t("entry.amount")} atLeast={1} />
        <Form.Item name="note" label={t("entry.remark")} extra={t("entry.remarkHint")}>
          <Input maxLength={120} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
