/** Benefit-linkage contracts of a cooperative with households. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Icon } from "../../ui/icons";
import { Empty, Loaded } from "../../ui/loaded";
import { PageHead } from "../../ui/page-head";
import { Pages } from "../../ui/pages";

import { ContractDialog } from "./contract-dialog";

type Contract = Reply<"GET /cooperative/contracts">["contracts"][number];

const SIZE = 20;

/** The list, the newest first. */
export function Contracts() {
  const { t } = useTranslation();
  const { page, change } = useAddressState();
  const [isNew, setNew] = useState(false);
  const query = useRead("GET /cooperative/contracts", {
    query: { limit: SIZE, offset: (page - 1) * SIZE },
  });
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
      <Loaded
        query={query}
        isEmpty={({ contracts }) => contracts.length === 0}
        empty={<Empty title={t("contract.none")} hint={t("contract.noneHint")} />}
      >
        {({ contracts, count }) => (
          <>
            <Table contracts={contracts} />
            <Pages
              page={page}
              size={SIZE}
              count={count}
              onPage={(next) => {
                change({ page: String(next) });
              }}
            />
          </>
        )}
      </Loaded>
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

function Table({ contracts }: { contracts: readonly Contract[] }) {
  const { t } = useTranslation();
  const columns: Column<Contract>[] = [
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
      cell: (row) =>
        t("list.spanOf", { from: row.starts_on, to: row.ends_on ?? t("contract.open") }),
    },
  ];
  return (
    <DataTable
      caption={t("contract.nav")}
      columns={columns}
      rows={contracts}
      rowKey={(row) => row.id}
    />
  );
}
