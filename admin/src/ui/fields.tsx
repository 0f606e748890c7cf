/** Form fields of this house: money, weight and share as people type them, checked while they do. */
import { Form, Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { fenOfText, gramsOfText, ppmOfText } from "../lib/amounts";

/** The path of a field in its form; the same as in the body that is sent. */
export type FieldName = string | number | (string | number)[];

interface FieldProps {
  name: FieldName;
  label: string;
  extra?: ReactNode;
  required?: boolean;
}

/** Yuan with at most two decimals. */
export function MoneyField(props: FieldProps & { atLeast?: number }) {
  const { t } = useTranslation();
  const { atLeast = 0 } = props;
  return (
    <DecimalField
      {...props}
      prefix="¥"
      isRight={(text) => (fenOfText(text) ?? -1) >= atLeast}
      wrong={t("field.moneyWrong")}
    />
  );
}

/** Kilograms, to the gram. */
export function WeightField(props: FieldProps) {
  const { t } = useTranslation();
  return (
    <DecimalField
      {...props}
      suffix={t("unit.kg")}
      isRight={(text) => (gramsOfText(text) ?? 0) > 0}
      wrong={t("field.weightWrong")}
    />
  );
}

/** A share in percent. */
export function PercentField(props: FieldProps) {
  const { t } = useTranslation();
  return (
    <DecimalField
      {...props}
      suffix="%"
      isRight={(text) => ppmOfText(text) !== null}
      wrong={t("field.percentWrong")}
    />
  );
}

/** A whole number of pieces. */
export function CountField(props: FieldProps) {
  const { t } = useTranslation();
  return (
    <DecimalField
      {...props}
      isRight={(text) => /^\d{1,7}$/.test(text.trim())}
      wrong={t("field.countWrong")}
    />
  );
}

interface DecimalFieldProps extends FieldProps {
  prefix?: string;
  suffix?: string;
  isRight: (text: string) => boolean;
  wrong: string;
}

function DecimalField(props: DecimalFieldProps) {
  const { name, label, extra, required = true, prefix, suffix, isRight, wrong } = props;
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      required={required}
      rules={[
        {
          validator: (_, value: unknown) => {
            const text = typeof value === "string" ? value : "";
            if (text === "" && !required) return Promise.resolve();
            return isRight(text) ? Promise.resolve() : Promise.reject(new Error(wrong));
          },
        },
      ]}
    >
      <Input
        inputMode="decimal"
        autoComplete="off"
        prefix={prefix}
        suffix={suffix}
        maxLength={12}
      />
    </Form.Item>
  );
}
