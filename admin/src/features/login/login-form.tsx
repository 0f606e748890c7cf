/** The login of this panel. */
import { Button, Form, Input, Segmented } from "antd";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useTranslation } from "react-i18next";

import { logIn } from "../../lib/auth";
import { queryClient } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import type { Refused } from "../../lib/refused";
import { panelActors, setSession } from "../../lib/session";
import type { PanelActor } from "../../lib/session";
import { useTitle } from "../../lib/title";
import { RefusalNote } from "../../ui/refusal-note";

interface LoginFields {
  email: string;
  password: string;
}

/** Who, address, password. */
export function LoginForm() {
  const { t } = useTranslation();
  useTitle(`${t("login.title")} · ${t("brand.full")}`);
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const next = params.get("next") ?? "";
  const [actor, setActor] = useState<PanelActor>(
    next.startsWith("/cooperative") ? "cooperative" : "official",
  );
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const submit = async ({ email, password }: LoginFields) => {
    setBusy(true);
    setRefused(null);
    try {
      const session = await logIn(actor, email.trim(), password);
      queryClient.clear();
      setSession(session);
      await navigate(session.registered ? homeOf(actor, next) : "/apply", { replace: true });
    } catch (thrown) {
      setRefused(asRefused(thrown));
      setBusy(false);
    }
  };
  return (
    <>
      <h1>{t("login.title")}</h1>
      <Segmented
        block
        aria-label={t("login.who")}
        value={actor}
        onChange={setActor}
        options={panelActors.map((one) => ({ value: one, label: t(`login.${one}`) }))}
        style={{ marginBottom: 18 }}
      />
      {refused && <LoginRefusal refused={refused} />}
      <Form<LoginFields>
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => void submit(fields)}
      >
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
          rules={[{ required: true, message: t("field.required") }]}
        >
          <Input type="password" autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {t("login.submit")}
        </Button>
      </Form>
      {actor === "cooperative" && (
        <p className="gate-foot">
          {t("login.noAccount")} <Link to="/apply">{t("login.apply")}</Link>
        </p>
      )}
    </>
  );
}

/** The asked-for page if it belongs to this actor, else its desk. */
function homeOf(actor: PanelActor, next: string): string {
  return next === `/${actor}` || next.startsWith(`/${actor}/`) || next.startsWith(`/${actor}?`)
    ? next
    : `/${actor}`;
}

function LoginRefusal({ refused }: { refused: Refused }) {
  const { t } = useTranslation();
  if (!refused.is("unauthorized")) return <RefusalNote refused={refused} />;
  return (
    <div className="refusal" role="alert">
      <b>{t("login.wrong")}</b>
    </div>
  );
}
