import { Form, Link, useNavigation } from "react-router";

import { useWords } from "../../i18n/use-words";
import type { Refused } from "../../lib/refused";
import { Button } from "../../ui/button";
import { TextField, type FieldError } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { useRefusalText } from "../../ui/states";

interface Props {
  returnTo: string;
  values: { email: string; name: string };
  errors: Partial<Record<string, FieldError>>;
  refused: Refused | null;
}

function linkTo(path: "/login" | "/register", returnTo: string): string {
  return returnTo === "/" ? path : `${path}?return_to=${encodeURIComponent(returnTo)}`;
}

/** Logs in. */
export function LoginForm({ returnTo, values, errors, refused }: Props) {
  const t = useWords();
  const text = useRefusalText();
  const sending = useNavigation().state === "submitting";
  return (
    <Form method="post" noValidate className="box grid gap-4 p-5">
      <input type="hidden" name="return_to" value={returnTo} />
      {refused ? (
        <Notice tone="bad" title={refused.status === 401 ? t("login.wrong") : text(refused)} />
      ) : null}
      <TextField
        type="email"
        name="email"
        label={t("login.email")}
        error={errors.email}
        defaultValue={values.email}
        autoComplete="email"
        required
      />
      <TextField
        type="password"
        name="password"
        label={t("login.password")}
        error={errors.password}
        autoComplete="current-password"
        required
      />
      <Button aria-disabled={sending}>{t("login.submit")}</Button>
      <p className="text-center text-ink-2">
        {t("login.no_account")}{" "}
        <Link to={linkTo("/register", returnTo)} className="tap underline underline-offset-4">
          {t("login.register")}
        </Link>
      </p>
    </Form>
  );
}

/** Makes an account. */
export function RegisterForm({ returnTo, values, errors, refused }: Props) {
  const t = useWords();
  const text = useRefusalText();
  const sending = useNavigation().state === "submitting";
  const taken =
    refused?.status === 401 || refused?.code === "state_conflict" || refused?.status === 422;
  return (
    <Form method="post" noValidate className="box grid gap-4 p-5">
      <input type="hidden" name="return_to" value={returnTo} />
      {refused ? <Notice tone="bad" title={taken ? t("login.taken") : text(refused)} /> : null}
      <TextField
        name="name"
        label={t("login.name")}
        error={errors.name}
        defaultValue={values.name}
        autoComplete="name"
        maxLength={60}
        required
      />
      <TextField
        type="email"
        name="email"
        label={t("login.email")}
        error={errors.email}
        defaultValue={values.email}
        autoComplete="email"
        required
      />
      <TextField
        type="password"
        name="password"
        label={t("login.password")}
        hint={t("login.password_hint")}
        error={errors.password}
        autoComplete="new-password"
        minLength={8}
        required
      />
      <Button aria-disabled={sending}>{t("login.register_submit")}</Button>
      <p className="text-center text-ink-2">
        {t("login.have_account")}{" "}
        <Link to={linkTo("/login", returnTo)} className="tap underline underline-offset-4">
          {t("login.submit")}
        </Link>
      </p>
    </Form>
  );
}
