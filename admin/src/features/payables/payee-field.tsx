/** Whose account a payment went to: the head's, or that of a recipient who may take the money today. */
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";

/** The field `recipient_id`, empty for the head; nothing is shown where nobody else may take the money. */
export function PayeeField({ household_id }: { household_id: string }) {
  const { t } = useTranslation();
  const { data } = useRead("GET /cooperative/settleable", { query: {} });
  const found = data?.households.find((one) => one.household_id === household_id);
  if (!found || found.recipients.length === 0) return null;
  const own = found.card_masked ?? t("settlement.no_bank_card");
  return (
    <Form.Item name="recipient_id" label={t("recipient.choose")} initialValue="">
      <Select
        virtual={false}
        options={[
          { value: "", label: `${t("recipient.head")} ${own}` },
          ...found.recipients.map((one) => ({
            value: one.id,
            label: [
              one.payee_masked,
              t("recipient.takes", { relation: t(`relation.${one.relation}`) }),
              one.card_masked,
            ].join(" "),
          })),
        ]}
      />
    </Form.Item>
  );
}
