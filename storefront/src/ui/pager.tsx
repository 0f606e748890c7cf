import { Link } from "react-router";

import { useWords } from "../i18n/use-words";
import { buttonClass } from "./button";

/** Links to the pages before and after; `href` makes the address of a page. */
export function Pager({
  page,
  pages,
  href,
}: {
  page: number;
  pages: number;
  href: (page: number) => string;
}) {
  const t = useWords();
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("goods.pages")} className="mt-8 flex items-center justify-center gap-4">
      {page > 1 ? (
        <Link prefetch="intent" rel="prev" to={href(page - 1)} className={buttonClass("quiet")}>
          {t("goods.previous")}
        </Link>
      ) : null}
      <span className="text-ink-2 tabular-nums">{t("goods.page", { page, pages })}</span>
      {page < pages ? (
        <Link prefetch="intent" rel="next" to={href(page + 1)} className={buttonClass("quiet")}>
          {t("goods.next")}
        </Link>
      ) : null}
    </nav>
  );
}
