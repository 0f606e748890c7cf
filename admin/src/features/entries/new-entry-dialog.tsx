/** One wage, rent, dividend or bonus; somebody else has to approve it. */
import type { BodyInput } from "@yigou/backend/contract";
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { fenOfText } from "../../lib/amounts";
import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { MoneyField } from "../../ui/fields";
import { FormDialog } from "../../ui/form-dialog";
import { HouseholdSelect } from "../../ui/household-select";
import { MonthSelect } from "../../ui/month-select";

type Body = BodyInput<"POST /cooperative/entries">;
type Fields = Omit<Body, "amount_fen"> & { amount_fen: string };

const KINDS = ["wage", "land_rent", "dividend", "bonus"] as const satisfies Body["linkage"][];

/** The form. */
export function NewEntryDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /cooperative/entries");
  const send = async ({ amount_fen, note, ...fields }: Fields) => {
    const body: Body = {
      ...fields,
      amount_fen: fenOfText(amount_fen) ?? 0,
      ...(note ? { note } : {}),
    };
    await write.mutateAsync({ body });
    return t("entry.newDone");
  };
  const required = [{ required: true, message: t("field.required") }];
  return (
    <FormDialog
      title={t("entry.newTitle")}
      okText={t("entry.newOk")}
      initialValues={{ linkage: "wage", period: today().slice(0, 7) }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="household_id" label={t("entry.household")} rules={required}>
        <HouseholdSelect />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="linkage" label={t("entry.linkage")}>
          <Select options={KINDS.map((one) => ({ value: one, label: t(`entry.${one}`) }))} />
        </Form.Item>
        <Form.Item name="period" label={t("entry.period")} rules={required}>
          <MonthSelect />
        </Form.Item>
      </div>
      <MoneyField name="amount_fen" label={t("entry.amount")} atLeast={1} />
      <Form.Item name="note" label={t("entry.remark")} extra={t("entry.remarkHint")}>
        <Input maxLength={120} />
      </Form.Item>
    </FormDialog>
  );
}
