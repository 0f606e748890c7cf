/** What a list shows when it is empty, failed, or on its way. */
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";

import { useLang, useWords } from "../i18n/use-words";
import type { Refused } from "../lib/refused";
import { buttonClass } from "./button";
import { Basket } from "./drawings/basket";
import { Notice } from "./notice";

/** An empty list: why, and where to go. */
export function Empty({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div className="box grid justify-items-center gap-2 px-6 py-12 text-center">
      <Basket className="w-28" />
      <h2 className="mt-2 text-xl">{title}</h2>
      <p className="text-ink-2">{text}</p>
      {children ? <div className="mt-3 flex flex-wrap justify-center gap-3">{children}</div> : null}
    </div>
  );
}

/** The sentence of a refusal in the language of the page. */
export function useRefusalText(): (refused: Refused) => string {
  const lang = useLang();
  return (refused) => (lang === "en" ? refused.en : refused.zh);
}

/** A list that could not be read; the link asks again. */
export function Failed({ refused }: { refused: Refused }) {
  const t = useWords();
  const text = useRefusalText();
  const { pathname, search } = useLocation();
  return (
    <Notice tone="warn" title={t("error.unread")}>
      <p>{text(refused)}</p>
      <Link to={pathname + search} replace className={buttonClass("quiet", "mt-3")}>
        {t("error.retry")}
      </Link>
    </Notice>
  );
}

/** Cards on their way. */
export function CardSkeletons({ count = 8 }: { count?: number }) {
  const t = useWords();
  return (
    <div role="status" aria-label={t("site.loading")} className="goods-grid">
      {Array.from({ length: count }, (_, at) => (
        <div key={at} className="box overflow-hidden">
          <div className="skeleton aspect-[5/4] rounded-none" />
          <div className="grid gap-2 p-3">
            <div className="skeleton h-4 w-4/5" />
            <div className="skeleton h-3 w-3/5" />
            <div className="skeleton mt-2 h-5 w-2/5" />
            <div className="skeleton h-1.5" />
          </div>
        </div>
      ))}
    </div>
  );
}
