/** Benefit-linkage contracts of a cooperative with households. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { useRead } from "../../lib/data";
import type { Column } from "../../ui/data-table";
import { Icon } from "../../ui/icons";
import { Empty } from "../../ui/loaded";
import { PageHead } from "../../ui/page-head";
import { PagedTable, usePage } from "../../ui/paged-table";

import { ContractDialog } from "./contract-dialog";

type Contract = Reply<"GET /cooperative/contracts">["contracts"][number];

/** The list, the newest first. */
export function Contracts() {
  const { t } = useTranslation();
  const page = usePage();
  const [isNew, setNew] = useState(false);
  const query = useRead("GET /cooperative/contracts", {
    query: page,
  });
  const columns = useColumns();
  return (
    <>
      <PageHead
        title={t("contract.nav")}
        crumbs={[{ label: t("entry.nav"), to: "/cooperative/entries" }]}
        note={t("contract.note")}
        actions={
          <Button
            type="primary"
            icon={<Icon name="plus" />}
            onClick={() => {
              setNew(true);
            }}
          >
            {t("contract.new")}
          </Button>
        }
      />
      <PagedTable
        query={query}
        rowsOf={(data) => data.contracts}
        empty={<Empty title={t("contract.none")} hint={t("contract.noneHint")} />}
        caption={t("contract.nav")}
        columns={columns}
        rowKey={(row) => row.id}
      />
      {isNew && (
        <ContractDialog
          onClose={() => {
            setNew(false);
          }}
        />
      )}
    </>
  );
}

function useColumns(): Column<Contract>[] {
  const { t } = useTranslation();
  return [
    {
      key: "household",
      title: t("contract.household"),
      lead: true,
      cell: (row) => <b>{row.alias}</b>,
    },
    {
      key: "linkage",
      title: t("contract.linkage"),
      cell: ({ linkage }) => (hasWord("linkage", linkage) ? t(`linkage.${linkage}`) : linkage),
    },
    { key: "terms", title: t("contract.terms"), line: true, cell: (row) => row.terms },
    {
      key: "span",
      title: t("contract.span"),
      line: true,
      cell: (row) =>
        t("list.spanOf", { from: row.starts_on, to: row.ends_on ?? t("contract.open") }),
    },
  ];
}
