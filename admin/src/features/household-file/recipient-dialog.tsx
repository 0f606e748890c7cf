/** Records who takes the money, on which card, why and for how long. */
import type { BodyInput } from "@yigou/backend/contract";
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { DayField } from "../../ui/day-field";
import { FormDialog } from "../../ui/form-dialog";
import { ReasonField } from "../../ui/said-fields";

import { CardFields } from "./card-fields";
import { RelationSelect } from "./member-fields";

type Body = BodyInput<"POST /official/households/:id/recipients">;

const REASONS = ["absent", "elderly", "guardian"] as const satisfies Body["reason"][];

/** The form. */
export function RecipientDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/households/:id/recipients");
  const required = [{ required: true, whitespace: true, message: t("field.required") }];
  const send = async (body: Body) => {
    await write.mutateAsync({ params: { id }, body });
    return t("recipient.done");
  };
  return (
    <FormDialog
      title={t("recipient.new")}
      okText={t("recipient.ok")}
      initialValues={{ reason: "absent", relation: "daughter", valid_from: today() }}
      onSend={send}
      onClose={onClose}
      top={<p className="sub">{t("recipient.hint")}</p>}
    >
      <div className="form-row">
        <Form.Item name="name" label={t("recipient.name")} rules={required}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="relation" label={t("recipient.relation")}>
          <RelationSelect />
        </Form.Item>
      </div>
      <CardFields number={t("recipient.card")} bank={t("recipient.bank")} />
      <Form.Item name="reason" label={t("recipient.reason")}>
        <Select options={REASONS.map((one) => ({ value: one, label: t(`recipient.${one}`) }))} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="valid_from" label={t("recipient.from")} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="valid_to"
          label={t("recipient.to")}
          extra={t("recipient.toHint")}
          rules={required}
        >
          <DayField min={today()} />
        </Form.Item>
      </div>
      <ReasonField
        name="evidence"
        label={t("recipient.evidence")}
        extra={t("recipient.evidenceHint")}
        wanted={t("field.required")}
        rows={2}
        most={200}
      />
    </FormDialog>
  );
}
