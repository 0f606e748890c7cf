/** Who did what, in its order. */
import { useTranslation } from "react-i18next";

import { dayOf } from "../../lib/days";

import type { Settlement } from "./settlement-page";

type Step = Settlement["steps"][number];

const VERBS = [
  "submit",
  "approve",
  "send_back",
  "cancel",
  "export",
  "book",
  "fail",
  "return",
  "close",
  "read_voucher",
] as const;
const ROLES = ["manager", "bookkeeper", "staff", "system", "official"] as const;

/** The box. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  const wordOf = (step: Step) => {
    const verb = VERBS.find((one) => one === step.verb);
    return verb ? t(`settlement.step_${verb}`) : t("settlement.prepare");
  };
  const roleOf = (step: Step) => {
    const role = ROLES.find((one) => one === step.role);
    return role ? t(`settlement.${role}`) : step.role;
  };
  return (
    <section className="box">
      <div className="box-head">
        <h3>{t("settlement.steps")}</h3>
      </div>
      <ol className="look-list">
        {steps.map((step, index) => (
          <li key={`${step.at}${index}`}>
            <span>
              <b>{wordOf(step)}</b> {step.name} <span className="sub">{roleOf(step)}</span>
              {(step.line_reference ?? step.reason) !== null && (
                <>
                  <br />
                  <span className="sub">
                    {[step.line_reference, step.reason].filter(Boolean).join(" · ")}
                  </span>
                </>
              )}
            </span>
            <small>{dayOf(step.at)}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
