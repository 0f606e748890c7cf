/** The head of a page: where one is, what it is called, what one can do. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";

import { useTitle } from "../lib/title";

/** One step of the way to a page. */
export interface Crumb {
  label: string;
  to?: string;
}

/** The head; it also names the browser's tab. */
export function PageHead({ title, crumbs = [], actions, note }: PageHeadProps) {
  const { t } = useTranslation();
  useTitle(`${title} · ${t("brand.full")}`);
  return (
    <header className="page-head">
      <div>
        {crumbs.length > 0 && (
          <nav className="crumbs" aria-label={t("nav.way")}>
            {crumbs.map((crumb, index) => (
              <span key={`${crumb.label}${index}`}>
                {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : crumb.label}
              </span>
            ))}
          </nav>
        )}
        <h1>{title}</h1>
        {note !== undefined && <p className="page-note">{note}</p>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </header>
  );
}

interface PageHeadProps {
  title: string;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  note?: ReactNode;
}
