/** A printed passbook page: what was paid, and a code that only this household then has. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { useRead, useWrite } from "../../lib/data";
import { clockOf, dayOf } from "../../lib/days";
import { asRefused } from "../../lib/refused";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Icon } from "../../ui/icons";
import { Empty, Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { RefusalNote } from "../../ui/refusal-note";

type Page = Reply<"POST /official/households/:id/passbook">;
type Line = Page["lines"][number];

/** Made when it is asked for, and printed at once; the code is not shown a second time. */
export function Passbook({ id }: { id: string }) {
  const { t } = useTranslation();
  const file = useRead("GET /official/households/:id", { params: { id } });
  const write = useWrite("POST /official/households/:id/passbook");
  const make = () => {
    write.mutate(
      { params: { id } },
      // The page has to stand before the browser prints it.
      { onSuccess: () => setTimeout(() => window.print(), 300) },
    );
  };
  const refused = write.error && asRefused(write.error);
  return (
    <Loaded query={file}>
      {({ household }) => (
        <>
          <PageHead
            title={t("passbook.title", { name: household.head_name })}
            crumbs={[
              { label: t("passbook.back"), to: `/official/households/${id}` },
              { label: household.code },
            ]}
            note={<span className="no-print">{t("passbook.intro")}</span>}
            actions={
              <Button
                type="primary"
                icon={<Icon name="print" />}
                loading={write.isPending}
                onClick={make}
              >
                {t("passbook.make")}
              </Button>
            }
          />
          {refused?.is("nothing_to_confirm") ? (
            <Empty title={t("passbook.nothing")} hint={t("passbook.nothingHint")} />
          ) : (
            refused && <RefusalNote refused={refused} />
          )}
          {write.data && <Sheet page={write.data} />}
        </>
      )}
    </Loaded>
  );
}

function Sheet({ page }: { page: Page }) {
  const { t } = useTranslation();
  const columns: Column<Line>[] = [
    { key: "on", title: t("passbook.day"), cell: (row) => row.on },
    { key: "what", title: t("passbook.what"), lead: true, cell: (row) => <What row={row} /> },
    { key: "payer", title: t("passbook.payer"), line: true, cell: (row) => row.cooperative },
    { key: "reference", title: t("passbook.reference"), cell: (row) => row.reference ?? "" },
    {
      key: "amount",
      title: t("passbook.amount"),
      end: true,
      cell: (row) => <Money fen={row.amount_fen} sign={false} />,
      foot: <Money fen={page.amount_fen} sign={false} />,
    },
  ];
  return (
    <section className="box box-flow passbook" aria-label={t("passbook.print")}>
      <DataTable
        caption={t("passbook.print")}
        columns={columns}
        rows={page.lines}
        rowKey={(row) => `${row.on} ${row.title} ${row.reference ?? ""} ${row.amount_fen}`}
      />
      <div className="passbook-code">
        <span>{t("passbook.code")}</span>
        <b>{page.code}</b>
        <p>{t("passbook.codeNote")}</p>
        <small>
          {t("passbook.printedAt", {
            time: `${dayOf(page.printed_at)} ${clockOf(page.printed_at)}`,
          })}
          {" · "}
          {t("passbook.validTo", { day: dayOf(page.expires_at) })}
        </small>
      </div>
      <div className="only-print">
        <div className="signing">
          <span>{t("passbook.sign")}</span>
          <span>{t("passbook.cadre")}</span>
          <span>{t("passbook.date")}</span>
        </div>
      </div>
    </section>
  );
}

function What({ row }: { row: Line }) {
  const { t } = useTranslation();
  const linkage = hasWord("linkage", row.linkage) ? t(`linkage.${row.linkage}`) : row.linkage;
  return (
    <span>
      {row.title} <small className="sub">{linkage}</small>
    </span>
  );
}
