/** A card's number and its bank, as somebody types them from the card. */
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** Both fields: `bank_card`, `bank_name`. */
export function CardFields({ number, bank }: { number: string; bank: string }) {
  const { t } = useTranslation();
  return (
    <div className="form-row">
      <Form.Item
        name="bank_card"
        label={number}
        rules={[{ required: true, pattern: /^\d{16,19}$/, message: t("recipient.cardWrong") }]}
      >
        <Input maxLength={19} inputMode="numeric" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="bank_name"
        label={bank}
        rules={[{ required: true, whitespace: true, message: t("field.required") }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </div>
  );
}
