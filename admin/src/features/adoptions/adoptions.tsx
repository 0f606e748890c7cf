/** What a cooperative offers for adoption and pre-order: news for those who adopted, the harvest once. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { kgText } from "../../lib/amounts";
import { useRead } from "../../lib/data";
import { today } from "../../lib/days";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Icon } from "../../ui/icons";
import { Empty, Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { Tag } from "../../ui/tag";

import { AdoptionDialog } from "./adoption-dialog";
import { HarvestDialog } from "./harvest-dialog";
import { NewsDialog } from "./news-dialog";

/** One offer. */
export type Adoption = Reply<"GET /cooperative/adoptions">["adoptions"][number];

type Open = { what: "new" } | { what: "news" | "harvest"; adoption: Adoption } | null;

/** The list, the newest first. */
export function Adoptions() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const query = useRead("GET /cooperative/adoptions", {});
  const close = () => {
    setOpen(null);
  };
  return (
    <>
      <PageHead
        title={t("adoptions.nav")}
        note={t("adoptions.note")}
        actions={
          <Button
            type="primary"
            icon={<Icon name="plus" />}
            onClick={() => {
              setOpen({ what: "new" });
            }}
          >
            {t("adoptions.new")}
          </Button>
        }
      />
      <Loaded
        query={query}
        isEmpty={({ adoptions }) => adoptions.length === 0}
        empty={<Empty title={t("adoptions.none")} hint={t("adoptions.noneHint")} />}
      >
        {({ adoptions }) => <Table adoptions={adoptions} onOpen={setOpen} />}
      </Loaded>
      {open?.what === "new" && <AdoptionDialog onClose={close} />}
      {open?.what === "news" && <NewsDialog adoption={open.adoption} onClose={close} />}
      {open?.what === "harvest" && <HarvestDialog adoption={open.adoption} onClose={close} />}
    </>
  );
}

function Table({
  adoptions,
  onOpen,
}: {
  adoptions: readonly Adoption[];
  onOpen: (open: Open) => void;
}) {
  const { t } = useTranslation();
  const columns: Column<Adoption>[] = [
    {
      key: "title",
      title: t("product.title"),
      lead: true,
      cell: (row) => (
        <span>
          <b>{row.title}</b> <Tag>{t(`adoptions.kinds.${row.kind}`)}</Tag>
          <small>
            {row.alias} · {row.season} · {row.yield_text}
          </small>
        </span>
      ),
    },
    {
      key: "harvest",
      title: t("adoptions.harvest"),
      cell: (row) => t("list.spanOf", { from: row.harvest_from, to: row.harvest_to }),
    },
    { key: "price", title: t("adoptions.price"), cell: (row) => <Money fen={row.price_fen} /> },
    {
      key: "adopted",
      title: t("adoptions.adopted"),
      cell: (row) => t("adoptions.adoptedOf", { n: row.adopted, trees: row.trees }),
    },
    {
      key: "acts",
      title: t("adoptions.reap"),
      line: true,
      cell: (row) => <Acts adoption={row} onOpen={onOpen} />,
    },
  ];
  return (
    <DataTable
      caption={t("adoptions.nav")}
      columns={columns}
      rows={adoptions}
      rowKey={(row) => row.product_id}
    />
  );
}

function Acts({ adoption, onOpen }: { adoption: Adoption; onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  const { harvested_g, compensated_fen } = adoption;
  return (
    <span>
      <Button
        size="small"
        onClick={() => {
          onOpen({ what: "news", adoption });
        }}
      >
        {t("adoptions.tell")}
      </Button>{" "}
      {harvested_g === null && adoption.harvest_from <= today() && (
        <Button
          size="small"
          onClick={() => {
            onOpen({ what: "harvest", adoption });
          }}
        >
          {t("adoptions.reap")}
        </Button>
      )}
      {harvested_g !== null && (
        <small>
          {t("adoptions.harvested", { kg: kgText(harvested_g) })}
          {compensated_fen > 0 && (
            <>
              {" "}
              · {t("adoptions.compensated")} <Money fen={compensated_fen} />
            </>
          )}
        </small>
      )}
    </span>
  );
}
