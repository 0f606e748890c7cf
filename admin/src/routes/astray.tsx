/** A page that is not there, or one that failed to load. */
import { useEffect } from "react";
import { Link, useRouteError } from "react-router";
import { useTranslation } from "react-i18next";

const RELOADED = "yigou.reloaded";

/** Tells it and shows the way home. */
export function Astray() {
  const { t } = useTranslation();
  const error = useRouteError();
  const failed = error instanceof Error;
  // After an update the old chunks are gone: one reload fetches the new panel.
  useEffect(() => {
    if (!failed || sessionStorage.getItem(RELOADED)) return;
    sessionStorage.setItem(RELOADED, "1");
    location.reload();
  }, [failed]);
  return (
    <main className="gate-form" role="alert">
      <div className="gate-card">
        <h1>{failed ? t("astray.failed") : t("astray.missing")}</h1>
        <p>
          <Link to="/" reloadDocument>
            {t("astray.home")}
          </Link>
        </p>
      </div>
    </main>
  );
}
