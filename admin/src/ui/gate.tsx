/** The page before the login: fields of home on one side, the form on the other. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Brand, DisplayButtons } from "./shell";

/** The frame of login and application. */
export function Gate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="gate">
      <section className="gate-picture" aria-label={t("brand.full")}>
        <Brand desk={t("brand.desk")} />
        <h2>{t("gate.title")}</h2>
        <p>{t("gate.text")}</p>
        <Fields />
      </section>
      <main className="gate-form">
        <div className="gate-tools">
          <DisplayButtons />
        </div>
        <div className="gate-card">{children}</div>
      </main>
    </div>
  );
}

/** Terraced fields with an orange tree, in the colours of the land. */
function Fields() {
  return (
    <svg viewBox="0 0 600 240" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path d="M0 150c90-60 190-70 300-30s210 30 300-20v140H0z" fill="#5b7f45" />
      <path d="M0 182c120-40 210-34 320-4s190 22 280-12v74H0z" fill="#dcc27a" />
      <path d="M0 206c130-26 230-20 330 0s180 14 270-8v42H0z" fill="#c9a955" />
      <path d="M0 226c150-18 250-10 340 0s170 8 260-4v18H0z" fill="#a8643d" />
      <path d="M452 178v-42" stroke="#6b4a2b" strokeWidth="9" strokeLinecap="round" />
      <circle cx="452" cy="104" r="52" fill="#3e5c2e" />
      {[
        [430, 92],
        [468, 84],
        [452, 118],
        [482, 116],
        [424, 122],
      ].map(([x, y]) => (
        <circle key={`${String(x)}-${String(y)}`} cx={x} cy={y} r="10" fill="#e9822b" />
      ))}
      <path d="M60 168h64v-34l-32-22-32 22z" fill="#fbf3dc" />
      <path d="M54 138l38-28 38 28-6 2-32-22-32 22zM85 168v-20h14v20z" fill="#a8643d" />
    </svg>
  );
}
