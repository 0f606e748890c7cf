/** The statements that were imported. */
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { dayOf } from "../../lib/days";
import { DataTable } from "../../ui/data-table";
import { Loaded } from "../../ui/loaded";

/** The ten newest. */
export function Statements() {
  const { t, i18n } = useTranslation();
  const query = useRead("GET /cooperative/bank-statements", { query: { limit: 10 } });
  return (
    <section className="box statements">
      <div className="box-head">
        <h3>{t("reconcile.statements")}</h3>
      </div>
      <Loaded
        query={query}
        isEmpty={({ count }) => count === 0}
        empty={<p className="sub">{t("reconcile.noStatement")}</p>}
      >
        {({ statements, layouts }) => (
          <DataTable
            caption={t("reconcile.statements")}
            rows={statements}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "span",
                title: t("reconcile.span"),
                lead: true,
                cell: (row) => t("list.spanOf", { from: row.from_on, to: row.to_on }),
              },
              {
                key: "layout",
                title: t("reconcile.layout"),
                line: true,
                cell: (row) => {
                  const layout = layouts.find((one) => one.key === row.layout);
                  return i18n.language === "en" ? layout?.name_en : layout?.name;
                },
              },
              {
                key: "rows",
                title: t("reconcile.rows"),
                end: true,
                cell: (row) => (
                  <span>
                    {row.row_count}
                    {row.stored_rows < row.row_count && (
                      <small>
                        {t("reconcile.cutOff", { stored: row.stored_rows, rows: row.row_count })}
                      </small>
                    )}
                  </span>
                ),
              },
              {
                key: "fresh",
                title: t("reconcile.fresh"),
                end: true,
                cell: (row) => row.new_rows,
              },
              {
                key: "by",
                title: t("reconcile.by"),
                line: true,
                cell: (row) => `${row.imported_by} ${dayOf(row.imported_at)}`,
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
