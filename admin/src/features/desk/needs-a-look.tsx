/** Households that need a look. */
import { Link } from "react-router";
import { useTranslation } from "react-i18next";

import { Tag } from "../../ui/tag";

import { QUIET_DAYS } from "./area";
import type { Area } from "./area";

/** Who has had no credit for long; nothing is shown that the list does not say. */
export function NeedsALook({ area }: { area: Area }) {
  const { t } = useTranslation();
  return (
    <section className="box">
      <div className="box-head">
        <h3>{t("look.title")}</h3>
        {area && (
          <span>
            {t("look.count", { shown: area.quiet.households.length, n: area.quiet.count })}
          </span>
        )}
      </div>
      {area?.quiet.count === 0 && <p className="sub">{t("look.none", { days: QUIET_DAYS })}</p>}
      <ul className="look-list">
        {area?.quiet.households.map((one) => (
          <li key={one.id}>
            <Tag tone={one.last_credit_on ? "wait" : "act"}>
              {one.last_credit_on ? t("look.quiet", { days: QUIET_DAYS }) : t("look.never")}
            </Tag>
            <span>
              <Link to={`/official/households/${one.id}`}>{one.head_name}</Link>{" "}
              <span className="sub">{one.division_name}</span>
            </span>
            <small>{one.last_credit_on ?? t("look.noDate")}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
