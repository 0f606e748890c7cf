/** Keeps a contract with a household. */
import type { BodyInput } from "@yigou/backend/contract";
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { DayField } from "../../ui/day-field";
import { FormDialog } from "../../ui/form-dialog";
import { HouseholdSelect } from "../../ui/household-select";

type Body = BodyInput<"POST /cooperative/contracts">;

const LINKAGES = [
  "wage",
  "land_rent",
  "dividend",
  "purchase",
  "entrusted",
  "bonus",
] as const satisfies Body["linkage"][];

/** The form. */
export function ContractDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /cooperative/contracts");
  const send = async ({ ends_on, ...body }: Body) => {
    await write.mutateAsync({ body: { ...body, ...(ends_on ? { ends_on } : {}) } });
    return t("contract.done");
  };
  const required = [{ required: true, message: t("field.required") }];
  return (
    <FormDialog
      title={t("contract.new")}
      okText={t("contract.ok")}
      initialValues={{ linkage: "wage", starts_on: today() }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="household_id" label={t("contract.household")} rules={required}>
        <HouseholdSelect />
      </Form.Item>
      <Form.Item name="linkage" label={t("contract.linkage")}>
        <Select options={LINKAGES.map((one) => ({ value: one, label: t(`linkage.${one}`) }))} />
      </Form.Item>
      <Form.Item
        name="terms"
        label={t("contract.terms")}
        extra={t("contract.termsHint")}
        rules={required}
      >
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="starts_on" label={t("contract.startsOn")} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item name="ends_on" label={t("contract.endsOn")}>
          <DayField />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
