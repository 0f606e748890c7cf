/** Who belongs to the household and who stands by it. */
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { today } from "../../lib/days";
import { DataTable } from "../../ui/data-table";
import { Tag } from "../../ui/tag";

import type { Household } from "./household-file";

/** Members with the days on which they came and left. */
export function Members({ household }: { household: Household }) {
  const { t } = useTranslation();
  return (
    <section className="box">
      <div className="box-head">
        <h3>{t("file.members")}</h3>
        <span>{t("unit.people", { n: household.member_count })}</span>
      </div>
      <DataTable
        caption={t("file.members")}
        rows={household.members}
        rowKey={(row) => row.id}
        columns={[
          { key: "name", title: t("file.name"), lead: true, cell: (row) => row.name },
          {
            key: "relation",
            title: t("file.relation"),
            cell: ({ relation }) =>
              hasWord("relation", relation) ? t(`relation.${relation}`) : relation,
          },
          { key: "born", title: t("file.born"), end: true, cell: (row) => row.birth_year ?? "—" },
          { key: "joined", title: t("file.joined"), end: true, cell: (row) => row.joined_on },
          { key: "left", title: t("file.left"), end: true, cell: (row) => row.left_on ?? "—" },
        ]}
      />
    </section>
  );
}

/** Pairings, the present ones marked. */
export function Pairings({ household }: { household: Household }) {
  const { t } = useTranslation();
  const day = today();
  return (
    <section className="box">
      <div className="box-head">
        <h3>{t("file.pairings")}</h3>
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
