/** Keeps a contract with a household. */
import type { BodyInput } from "@yigou/backend/contract";
import { App, Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { DayField } from "../../ui/day-field";
import { HouseholdSelect } from "../../ui/household-select";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

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
  const { message } = App.useApp();
  const [form] = Form.useForm<Body>();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/contracts");
  const send = ({ ends_on, ...body }: Body) => {
    write.mutate(
      { body: { ...body, ...(ends_on ? { ends_on } : {}) } },
      {
        onSuccess: () => {
          void message.success(t("contract.done"));
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
      title={t("contract.new")}
      okText={t("contract.ok")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ linkage: "wage", starts_on: today() }}
        onFinish={send}
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
      </Form>
    </Modal>
  );
}
