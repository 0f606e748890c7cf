/** Records the card of the present head, why, and what was shown. */
import type { BodyInput } from "@yigou/backend/contract";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { FormDialog } from "../../ui/form-dialog";
import { ReasonField } from "../../ui/said-fields";

import { CardFields } from "./card-fields";
import type { HouseholdCards } from "./cards";

type Body = BodyInput<"POST /official/households/:id/cards">;

const REASONS = ["new_head", "changed", "mistaken"] as const satisfies Body["reason"][];

interface CardDialogProps {
  id: string;
  head: NonNullable<HouseholdCards["head"]>;
  version: number;
  onClose: () => void;
}

/** The form. */
export function CardDialog({ id, head, version, onClose }: CardDialogProps) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/households/:id/cards");
  const { member_id, name } = head;
  const send = async (fields: Omit<Body, "version" | "member_id">) => {
    await write.mutateAsync({ params: { id }, body: { version, member_id, ...fields } });
    return t("bankCard.done", { name });
  };
  return (
    <FormDialog
      title={t("bankCard.new")}
      okText={t("bankCard.ok")}
      initialValues={{ reason: "new_head" }}
      onSend={send}
      onClose={onClose}
      top={<p className="sub">{t("bankCard.hint", { name })}</p>}
    >
      <CardFields number={t("bankCard.number")} bank={t("bankCard.bank")} />
      <Form.Item name="reason" label={t("bankCard.reason")}>
        <Select options={REASONS.map((one) => ({ value: one, label: t(`bankCard.${one}`) }))} />
      </Form.Item>
      <ReasonField
        name="evidence"
        label={t("bankCard.evidence")}
        extra={t("bankCard.evidenceHint")}
        wanted={t("field.required")}
        rows={2}
        most={200}
      />
    </FormDialog>
  );
}
