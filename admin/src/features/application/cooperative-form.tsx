/** Step two: who the cooperative is. */
import type { BodyInput } from "@yigou/backend/contract";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useTranslation } from "react-i18next";

import { call } from "../../lib/api";
import { logIn } from "../../lib/auth";
import { queryClient } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import type { Refused } from "../../lib/refused";
import { setSession } from "../../lib/session";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

import type { Account } from "./application";
import { DivisionField } from "./division-field";

type Fields = Omit<BodyInput<"POST /cooperative/applications">, "division_code"> & {
  /** The way down to the division; the last code counts. */
  division_code: string[];
};

/** Name, place, licence, contact. */
export function CooperativeForm({ account }: { account: Account | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const sentence = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const submit = async ({ division_code, ...rest }: Fields) => {
    setBusy(true);
    setRefused(null);
    const body = { ...rest, division_code: division_code.at(-1) ?? "" };
    try {
      await call("POST /cooperative/applications", { body });
      // The token of before has no cooperative in it: a fresh login has.
      const session = account ? await logIn("cooperative", account.email, account.password) : null;
      queryClient.clear();
      setSession(session);
      await navigate(session ? "/cooperative" : "/login?next=/cooperative", { replace: true });
    } catch (thrown) {
      const failure = asRefused(thrown);
      if (!showAtField(form, failure, sentence(failure).first)) setRefused(failure);
      setBusy(false);
    }
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(fields) => void submit(fields)}
    >
      {refused && <RefusalNote refused={refused} />}
      <Form.Item
        name="name"
        label={t("apply.name")}
        rules={[{ required: true, max: 60, message: t("field.required") }]}
      >
        <Input autoComplete="organization" />
      </Form.Item>
      <Form.Item
        name="division_code"
        label={t("apply.division")}
        rules={[{ required: true, type: "array", min: 2, message: t("apply.divisionWrong") }]}
      >
        <DivisionField />
      </Form.Item>
      <Form.Item
        name="license_no"
        label={t("apply.license")}
        extra={t("apply.licenseHint")}
        normalize={(value: string) => value.toUpperCase()}
        rules={[{ required: true, pattern: /^[0-9A-Z]{18}$/, message: t("apply.licenseWrong") }]}
      >
        <Input maxLength={18} autoComplete="off" />
      </Form.Item>
      <div className="form-row">
        <Form.Item
          name="contact_name"
          label={t("apply.contact")}
          rules={[{ required: true, max: 60, message: t("field.required") }]}
        >
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="contact_phone"
          label={t("apply.phone")}
          rules={[
            { required: true, pattern: /^\+?\d[\d -]{5,19}$/, message: t("field.phoneWrong") },
          ]}
        >
          <Input type="tel" autoComplete="tel" />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t("apply.submit")}
      </Button>
    </Form>
  );
}
