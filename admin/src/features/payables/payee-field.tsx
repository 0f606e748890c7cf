/** Whose account a payment went to: the head's, or that of a recipient who may take the money today. */
import type { Reply } from "@yigou/backend/contract";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { usePayeeOptions } from "../../lib/payees";

type Household = Reply<"GET /cooperative/settleable">["households"][number];

/** The field `recipient_id`, empty for the head; nothing is shown where nobody else may take the money. */
export function PayeeField({ household_id }: { household_id: string }) {
  const { data } = useRead("GET /cooperative/settleable", { query: {} });
  const found = data?.households.find((one) => one.household_id === household_id);
  return found && found.recipients.length > 0 ? <Choice household={found} /> : null;
}

function Choice({ household }: { household: Household }) {
  const { t } = useTranslation();
  const options = usePayeeOptions(household);
  return (
    <Form.Item name="recipient_id" label={t("recipient.choose")} initialValue="">
      <Select virtual={false} options={options} />
    </Form.Item>
  );
}
