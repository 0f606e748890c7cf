/** Who stands by the household. */
import { useTranslation } from "react-i18next";

import { today } from "../../lib/days";
import { Tag } from "../../ui/tag";

import type { Household } from "./household-file";

/** Pairings, the present ones marked. */
export function Pairings({ household }: { household: Household }) {
  const { t } = useTranslation();
  const day = today();
  return (
    <section className="box" style={{ margin: "16px 0" }}>
      <div className="box-head">
        <h2>{t("file.pairings")}</h2>
      </div>
      {household.pairings.length === 0 && <p className="sub">{t("file.noPairing")}</p>}
      <ul className="look-list">
        {household.pairings.map((one) => (
          <li key={`${one.helping_unit}${one.responsible_person}${one.starts_on}`}>
            {one.ends_on === null || one.ends_on >= day ? (
              <Tag tone="done">{t("file.pairedNow")}</Tag>
            ) : (
              <Tag>{t("file.pairedThen")}</Tag>
            )}
            <span>
              <b>{one.helping_unit}</b> {one.responsible_person}
            </span>
            <small>
              {t("file.since", { from: one.starts_on, to: one.ends_on ?? t("file.now") })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
