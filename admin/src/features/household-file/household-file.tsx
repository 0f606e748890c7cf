/** One household's file; printed, it is the household card. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { pathTo, scopeOf } from "../../lib/divisions";
import { Icon } from "../../ui/icons";
import { Loaded } from "../../ui/loaded";
import { PageHead } from "../../ui/page-head";
import { Signing } from "../../ui/signing";
import { Tag } from "../../ui/tag";

import { Cards } from "./cards";
import { Confirmations } from "./confirmations";
import { Consents } from "./consents";
import { IncomeAccount } from "./income-account";
import { Members } from "./members";
import { Pairings } from "./pairings";
import { UnsoldGoods } from "./unsold-goods";
import { Recipients } from "./recipients";
import { YearIncome } from "./year-income";

/** The household of a file. */
export type Household = Reply<"GET /official/households/:id">["household"];

/** The whole file. */
export function HouseholdFile({ id }: { id: string }) {
  const query = useRead("GET /official/households/:id", { params: { id } });
  return (
    <Loaded query={query} lines={10}>
      {({ household }) => (
        <>
          <FileHead household={household} />
          <Facts household={household} />
          <Members id={id} />
          <Cards id={id} />
          <Pairings household={household} />
          <YearIncome id={id} />
          <IncomeAccount id={id} />
          <Confirmations id={id} />
          <UnsoldGoods id={id} />
          <Recipients id={id} />
          <Consents id={id} />
          <Signing />
        </>
      )}
    </Loaded>
  );
}

function FileHead({ household }: { household: Household }) {
  const { t } = useTranslation();
  const tree = useRead("GET /official/divisions", {});
  const way = pathTo(tree.data?.divisions ?? [], household.division_code);
  return (
    <PageHead
      title={t("file.title", { name: household.head_name })}
      crumbs={[
        ...way.map((one) => ({
          label: one.name,
          to: `/official?division_code=${scopeOf(one)}`,
        })),
        { label: household.code },
      ]}
      note={
        <>
          <Tag tone={household.status === "monitored" ? "wait" : "done"}>
            {household.status_label}
          </Tag>{" "}
          <Tag>{household.type_label}</Tag>{" "}
          {household.tier_label && <Tag tone="info">{household.tier_label}</Tag>}
        </>
      }
      actions={
        <>
          <Link className="button-link" to={`/official/statements/household/${household.id}`}>
            {t("statement.open")}
          </Link>
          <Button
            icon={<Icon name="print" />}
            onClick={() => {
              window.print();
            }}
          >
            {t("file.print")}
          </Button>
        </>
      }
    />
  );
}

function Facts({ household }: { household: Household }) {
  const { t } = useTranslation();
  const none = t("file.noEntry");
  const facts = [
    [t("household.code"), household.code],
    [t("file.alias"), household.alias],
    [t("household.division"), household.division_name],
    [t("household.members"), t("unit.people", { n: household.member_count })],
    [t("file.idNumber"), household.id_number_masked ?? none],
    [t("file.phone"), household.phone_masked ?? none],
    [t("file.bankCard"), household.bank_card_masked ?? none],
    [t("file.registeredOn"), household.registered_on],
    [t("file.causes"), household.causes.join(t("list.comma")) || none],
    [t("household.helpingUnit"), household.helping_unit ?? none],
  ] as const;
  return (
    <section className="box" aria-label={t("file.facts")} style={{ marginBottom: 16 }}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
