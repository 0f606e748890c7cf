/** A household's income of a year: what the platform credited beside what cadres verified, version by version. */
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { dayOf, today } from "../../lib/days";
import { Figures } from "../../ui/figures";
import { Grade } from "../../ui/grade";
import { Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { Tag } from "../../ui/tag";

import { VerifyDialog } from "./verify-dialog";
import { YearColumns } from "./year-columns";
import type { Year } from "./year-columns";

const YEARS = 5;

/** The page of one year. */
export function VerifiedIncome({ id }: { id: string }) {
  const { t } = useTranslation();
  const { get, change } = useAddressState();
  const [isEditing, setEditing] = useState(false);
  const thisYear = Number(today().slice(0, 4));
  const year = Number(get("year") ?? thisYear) || thisYear;
  const file = useRead("GET /official/households/:id", { params: { id } });
  const query = useRead("GET /official/households/:id/years/:year", { params: { id, year } });
  const name = file.data?.household.head_name ?? "";
  const years = Array.from({ length: YEARS }, (_, at) => thisYear - at);
  return (
    <>
      <PageHead
        title={t("verified.title")}
        crumbs={[
          { label: t("file.title", { name }), to: `/official/households/${id}` },
          { label: t("verified.crumb", { year }) },
        ]}
        note={t("verified.note")}
        actions={
          <>
            <Select
              aria-label={t("verified.year")}
              className="year-picker"
              value={year}
              options={years.map((one) => ({ value: one, label: String(one) }))}
              onChange={(next) => {
                change({ year: String(next) });
              }}
            />
            <Button
              type="primary"
              disabled={!query.data}
              onClick={() => {
                setEditing(true);
              }}
            >
              {query.data?.verified ? t("verified.change") : t("verified.enter")}
            </Button>
          </>
        }
      />
      <Loaded query={query}>
        {(found) => (
          <>
            <Heads year={found} />
            <section className="box box-flow" aria-label={t("verified.title")}>
              <div className="box-head">
                <h2>{t("verified.crumb", { year: found.year })}</h2>
                <Span year={found} />
              </div>
              <div className="scroll">
                <YearColumns year={found} />
              </div>
            </section>
            <Versions versions={found.versions} />
            {isEditing && (
              <VerifyDialog
                id={id}
                name={name}
                year={found}
                onClose={() => {
                  setEditing(false);
                }}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function Span({ year: { from, to, days, member_days } }: { year: Year }) {
  const { t } = useTranslation();
  const members = days > 0 ? Math.round((10 * member_days) / days) / 10 : 0;
  return <span className="sub">{t("verified.span", { from, to, members })}</span>;
}

function Heads({ year }: { year: Year }) {
  const { t } = useTranslation();
  const { platform, verified, rolling } = year;
  const head = (column: Year["platform"] | NonNullable<Year["verified"]>) =>
    column.net_per_head ? (
      <>
        <Money fen={column.net_per_head.fen} /> <Grade grade={column.net_per_head.grade} />
      </>
    ) : (
      "—"
    );
  return (
    <Figures
      label={t("verified.net_per_head")}
      figures={[
        {
          key: "platform",
          name: `${t("verified.net_per_head")} · ${t("verified.platform")}`,
          value: head(platform),
        },
        {
          key: "verified",
          name: `${t("verified.net_per_head")} · ${t("verified.found")}`,
          value: verified ? head(verified) : t("verified.none"),
          accent: verified !== null,
        },
        {
          key: "rolling",
          name: t("verified.rolling"),
          value: rolling.net_per_head ? (
            <>
              <Money fen={rolling.net_per_head.fen} /> <Grade grade={rolling.net_per_head.grade} />
            </>
          ) : (
            "—"
          ),
          note: t("verified.rollingNote", { from: rolling.from, to: rolling.to }),
        },
      ]}
    />
  );
}

function Versions({ versions }: { versions: Year["versions"] }) {
  const { t } = useTranslation();
  if (versions.length === 0) return null;
  return (
    <section className="box" aria-label={t("verified.versions")}>
      <div className="box-head">
        <h2>{t("verified.versions")}</h2>
      </div>
      <ul className="plain-list">
        {versions.map((one) => (
          <li key={one.version}>
            <b>{t("verified.version", { n: one.version })}</b>
            <Tag tone={one.deed === "checked" ? "done" : "info"}>{t(`verified.${one.deed}`)}</Tag>
            <span>
              {t("verified.netNote")} <Money fen={one.net.fen} /> <Grade grade={one.net.grade} />
            </span>
            <span className="sub">
              {t("verified.by", { name: one.entered_by, day: dayOf(one.entered_at) })}
            </span>
            <span className="sub">{one.evidence_note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
