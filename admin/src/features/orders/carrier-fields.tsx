/** Who carries a parcel, and under which number. */
import { AutoComplete, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** What the fields hold. */
export interface Carried {
  carrier: string;
  tracking_number: string;
}

/** The two fields. */
export function CarrierFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="carrier"
        label={t("order.carrier")}
        rules={[{ required: true, max: 60, message: t("field.required") }]}
      >
        <AutoComplete
          options={t("order.carriers")
            .split("|")
            .map((value) => ({ value }))}
          showSearch={{ filterOption: true }}
        />
      </Form.Item>
      <Form.Item
        name="tracking_number"
        label={t("order.trackingNumber")}
        rules={[
          {
            required: true,
            pattern: /^[A-Za-z0-9-]{5,40}$/,
            message: t("order.trackingWrong"),
          },
        ]}
      >
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
    </>
  );
}
