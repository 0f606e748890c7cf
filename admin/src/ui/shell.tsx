/** The frame of every page behind a login: the side column, on a phone a bar with a drawer. */
import { App, Button, Drawer } from "antd";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { NavLink, useLocation } from "react-router";
import { useTranslation } from "react-i18next";

import { changeLanguage } from "../i18n";
import { queryClient } from "../lib/data";
import { setDisplayMode, useDisplayMode } from "../lib/display-mode";
import { useIsNarrow } from "../lib/media";
import { setSession } from "../lib/session";

import { Icon } from "./icons";

/** One entry of the main navigation. */
export interface NavEntry {
  to: string;
  label: string;
  /** Only the exact address counts as this entry. */
  exact?: boolean;
  badge?: number;
}

interface ShellProps {
  desk: string;
  entries: readonly NavEntry[];
  who: { name: string; role: string } | null;
  side?: ReactNode;
  children: ReactNode;
}

/** The frame. */
export function Shell(props: ShellProps) {
  const { t } = useTranslation();
  const narrow = useIsNarrow();
  const [open, setOpen] = useState(false);
  const { pathname, search } = useLocation();
  useEffect(() => {
    setOpen(false);
  }, [pathname, search]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t("nav.skip")}
      </a>
      {narrow ? (
        <div className="topbar">
          <Button
            type="text"
            aria-label={t("nav.menu")}
            aria-expanded={open}
            icon={<Icon name="menu" />}
            onClick={() => {
              setOpen(true);
            }}
          />
          <Brand desk={props.desk} />
          <Drawer
            placement="left"
            size={284}
            open={open}
            title={<Brand desk={props.desk} />}
            onClose={() => {
              setOpen(false);
            }}
            styles={{ body: { padding: 0 } }}
          >
            <Side {...props} />
          </Drawer>
        </div>
      ) : (
        <aside className="side">
          <Brand desk={props.desk} />
          <Side {...props} />
        </aside>
      )}
      <main id="main" className="main" tabIndex={-1}>
        <App component={false}>{props.children}</App>
      </main>
    </div>
  );
}

/** The name of the house and of the desk. */
export function Brand({ desk }: { desk: string }) {
  const { t } = useTranslation();
  return (
    <span className="brand">
      {t("brand.first")}
      <i>{t("brand.second")}</i> {desk}
    </span>
  );
}

function Side({ entries, side, who }: ShellProps) {
  const { t } = useTranslation();
  return (
    <div className="side-in">
      <nav aria-label={t("nav.main")} className="side-nav">
        {entries.map((entry) => (
          <NavLink key={entry.to} to={entry.to} end={entry.exact ?? false}>
            {entry.label}
            {entry.badge !== undefined && entry.badge > 0 && <em>{entry.badge}</em>}
          </NavLink>
        ))}
      </nav>
      {side}
      <div className="side-foot">
        {who && (
          <p>
            <b>{who.name}</b>
            <small>{who.role}</small>
          </p>
        )}
        <div className="side-tools">
          <DisplayButtons />
          <Button
            type="text"
            icon={<Icon name="leave" />}
            onClick={() => {
              queryClient.clear();
              setSession(null);
            }}
          >
            {t("nav.logOut")}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Light or dark, Chinese or English. */
export function DisplayButtons() {
  const { t, i18n } = useTranslation();
  const mode = useDisplayMode();
  const other = i18n.language === "en" ? "zh" : "en";
  return (
    <>
      <Button
        type="text"
        aria-label={mode === "dark" ? t("nav.light") : t("nav.dark")}
        title={mode === "dark" ? t("nav.light") : t("nav.dark")}
        icon={<Icon name={mode === "dark" ? "sun" : "moon"} />}
        onClick={() => {
          setDisplayMode(mode === "dark" ? "light" : "dark");
        }}
      />
      <Button type="text" lang={other} onClick={() => void changeLanguage(other)}>
        {t("nav.otherLanguage")}
      </Button>
    </>
  );
}
