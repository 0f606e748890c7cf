/** The fields of a clearance offer; a cooperative opens it, a cadre proposes it. */
import type { BodyInput } from "@yigou/backend/contract";
import { formatFen } from "@yigou/backend/contract/fen";
import type { FormInstance } from "antd";
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { fenOfText } from "../lib/amounts";
import { today } from "../lib/days";

import { DayField } from "./day-field";
import { CountField, MoneyField } from "./fields";

/** What can be cleared. */
export interface Clearable {
  variant_id: string;
  label: string;
  price_fen: number;
  stock: number;
}

/** What is typed. */
export interface ClearanceFields {
  variant_id: string;
  price_fen: string;
  quantity: string;
  reason: string;
  last_on: string;
}

/** The body of what was typed. */
export function bodyOf(fields: ClearanceFields): BodyInput<"POST /cooperative/clearances"> {
  return {
    ...fields,
    price_fen: fenOfText(fields.price_fen) ?? 0,
    quantity: Number(fields.quantity),
  };
}

/** The form; `floor_ppm` is left out where a second person decides in any case. */
export function ClearanceForm({
  form,
  goods,
  floor_ppm,
  onFinish,
}: {
  form: FormInstance<ClearanceFields>;
  goods: readonly Clearable[];
  floor_ppm?: number;
  onFinish: (fields: ClearanceFields) => void;
}) {
  const { t } = useTranslation();
  const chosen: unknown = Form.useWatch("variant_id", form);
  const good = goods.find((one) => one.variant_id === chosen);
  const required = [{ required: true, message: t("field.required") }];
  const priceNow =
    good &&
    (floor_ppm === undefined
      ? `¥${formatFen(good.price_fen)}`
      : t("clearances.priceNow", {
          amount: formatFen(good.price_fen),
          floor: formatFen(Math.ceil((good.price_fen * floor_ppm) / 1_000_000)),
        }));
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={onFinish}>
      <Form.Item name="variant_id" label={t("clearances.goods")} rules={required}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={goods.map((one) => ({ value: one.variant_id, label: one.label }))}
        />
      </Form.Item>
      <div className="form-row">
        <MoneyField name="price_fen" label={t("clearances.price")} extra={priceNow} atLeast={1} />
        <CountField
          name="quantity"
          label={t("clearances.quantity")}
          extra={good && t("clearances.stock", { n: good.stock })}
        />
      </div>
      <Form.Item
        name="reason"
        label={t("clearances.reason")}
        extra={t("clearances.reasonHint")}
        rules={required}
      >
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
      <Form.Item name="last_on" label={t("clearances.lastOn")} rules={required}>
        <DayField min={today()} />
      </Form.Item>
    </Form>
  );
}
