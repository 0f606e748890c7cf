/** What people say in words and copy from a bank's paper. */
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { today } from "../lib/days";

import { DayField } from "./day-field";

interface ReasonFieldProps {
  name?: string;
  label: string;
  /** Said when nothing was typed; a reason that may be left out has none. */
  wanted?: string;
  extra?: string;
  rows?: number;
  most?: number;
}

/** Some sentences, counted. */
export function ReasonField(props: ReasonFieldProps) {
  const { name = "reason", label, wanted, extra, rows = 3, most = 300 } = props;
  const rules = wanted === undefined ? [] : [{ required: true, whitespace: true, message: wanted }];
  return (
    <Form.Item name={name} label={label} extra={extra} rules={rules}>
      <Input.TextArea rows={rows} maxLength={most} showCount />
    </Form.Item>
  );
}

/** The bank's own number of a transfer. */
export function BankReferenceField({ name, extra }: { name: string; extra?: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={t("order.bankReference")}
      extra={extra}
      rules={[
        {
          required: true,
          pattern: /^[A-Za-z0-9-]{4,60}$/,
          message: t("order.bankReferenceWrong"),
        },
      ]}
    >
      <Input autoComplete="off" maxLength={60} />
    </Form.Item>
  );
}

/** What stands on a bank's voucher: `bank`, `reference`, `paid_on`. */
export interface VoucherFieldsOf {
  bank: string;
  reference: string;
  paid_on: string;
}

/** The three of them. */
export function VoucherFields() {
  const { t } = useTranslation();
  const required = [{ required: true, max: 60, message: t("field.required") }];
  return (
    <>
      <Form.Item name="bank" label={t("payable.bank")} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <div className="form-row">
        <BankReferenceField name="reference" />
        <Form.Item name="paid_on" label={t("payable.paidOn")} rules={required}>
          <DayField max={today()} />
        </Form.Item>
      </div>
    </>
  );
}
