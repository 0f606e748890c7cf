import { Link, useLocation } from "react-router";

import { useWords } from "../../i18n/use-words";
import { Basket } from "../../ui/drawings/basket";
import { ButtonLink, buttonClass } from "../../ui/button";

/** Why a whole page cannot be shown. */
export type ErrorKind = "missing" | "broken" | "offline" | "down";

/** A page in the place of another: what happened, what can be done. */
export function ErrorPage({ kind }: { kind: ErrorKind }) {
  const t = useWords();
  const { pathname, search } = useLocation();
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 px-6 py-20 text-center">
      <Basket className="w-32" />
      <h1 className="mt-3 text-2xl">{t(`error.${kind}`)}</h1>
      <p className="text-ink-2">{t(`error.${kind}_text`)}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-3">
        {kind === "missing" ? null : (
          <Link
            to={kind === "offline" ? "/" : pathname + search}
            reloadDocument
            className={buttonClass()}
          >
            {t("error.retry")}
          </Link>
        )}
        <ButtonLink to="/" kind="quiet">
          {t("error.home")}
        </ButtonLink>
        <ButtonLink to="/goods" kind="quiet">
          {t("nav.goods")}
        </ButtonLink>
      </div>
    </div>
  );
}
