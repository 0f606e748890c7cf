/** A cooperative asks to sell: first a login, then the application. */
import { useState } from "react";
import { Link, Navigate } from "react-router";
import { useTranslation } from "react-i18next";

import { useSession } from "../../lib/session";
import { useTitle } from "../../lib/title";

import { AccountForm } from "./account-form";
import { CooperativeForm } from "./cooperative-form";

/** What was typed for the login; needed once more when the application has made the account whole. */
export interface Account {
  email: string;
  password: string;
}

/** The two steps. */
export function Application() {
  const { t } = useTranslation();
  useTitle(`${t("apply.title")} · ${t("brand.full")}`);
  const session = useSession();
  const [account, setAccount] = useState<Account | null>(null);
  if (session?.registered) return <Navigate to={`/${session.actor}`} replace />;
  const step = session ? 2 : 1;
  return (
    <>
      <p className="sub">{t("apply.step", { step })}</p>
      <h1>{t("apply.title")}</h1>
      {session ? <CooperativeForm account={account} /> : <AccountForm onDone={setAccount} />}
      <p className="gate-foot">
        {t("apply.haveAccount")} <Link to="/login">{t("login.submit")}</Link>
      </p>
    </>
  );
}
