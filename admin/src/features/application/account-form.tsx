/** Step one: the login of the cooperative. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { registerCooperative } from "../../lib/auth";
import { asRefused } from "../../lib/refused";
import type { Refused } from "../../lib/refused";
import { setSession } from "../../lib/session";
import { RefusalNote } from "../../ui/refusal-note";

import type { Account } from "./application";

const SHORTEST_PASSWORD = 10;

/** Address and password. */
export function AccountForm({ onDone }: { onDone: (account: Account) => void }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const submit = async ({ email, password }: Account) => {
    setBusy(true);
    setRefused(null);
    try {
      const session = await registerCooperative(email.trim(), password);
      onDone({ email: email.trim(), password });
      setSession(session);
    } catch (thrown) {
      setRefused(asRefused(thrown));
      setBusy(false);
    }
  };
  return (
    <Form<Account>
      layout="vertical"
      requiredMark={false}
      onFinish={(fields) => void submit(fields)}
    >
      {refused?.is("unauthorized") ? (
        <div className="refusal" role="alert">
          <b>{t("apply.emailTaken")}</b>
        </div>
      ) : (
        refused && <RefusalNote refused={refused} />
      )}
      <Form.Item
        name="email"
        label={t("login.email")}
        rules={[{ required: true, type: "email", message: t("field.emailWrong") }]}
      >
        <Input type="email" autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t("login.password")}
        extra={t("apply.passwordHint", { n: SHORTEST_PASSWORD })}
        rules={[{ required: true, min: SHORTEST_PASSWORD, message: t("field.passwordShort") }]}
      >
        <Input type="password" autoComplete="new-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t("apply.next")}
      </Button>
    </Form>
  );
}
