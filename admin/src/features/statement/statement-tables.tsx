/** The tables that sum a statement up; the last line of each is the ledger's. */
import type { AccountLine, Counterpart, Fen, Statement } from "@yigou/backend/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Money } from "../../ui/money";

interface OfStatement {
  statement: Statement;
}

function Box({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="box statement-box" aria-label={title}>
      <div className="box-head">
        <h2>{title}</h2>
      </div>
      <div className="scroll">{children}</div>
    </section>
  );
}

/** A column of money with its sum. */
function money<Row>(key: string, title: string, of: (row: Row) => Fen, foot?: Fen): Column<Row> {
  return {
    key,
    title,
    end: true,
    cell: (row) => <Money fen={of(row)} sign={false} quiet />,
    ...(foot === undefined ? {} : { foot: <Money fen={foot} sign={false} quiet /> }),
  };
}

/** The four income categories. */
export function Categories({ statement }: OfStatement) {
  const { t } = useTranslation();
  const rows = statement.categories;
  type Row = (typeof rows)[number];
  const sum = (of: (row: Row) => Fen) => rows.reduce((all, row) => all + of(row), 0);
  const column = (key: string, title: string, of: (row: Row) => Fen) =>
    money(key, title, of, sum(of));
  return (
    <Box title={t("statement.categories")}>
      <DataTable
        caption={t("statement.categories")}
        columns={[
          {
            key: "category",
            title: t("statement.category"),
            lead: true,
            cell: (row: Row) => t(`category.${row.category}`),
            foot: t("statement.total"),
          },
          column("credited", t("statement.credited"), (row) => row.credited_fen),
          column("reversed", t("statement.reversed"), (row) => row.reversed_fen),
          column("counted", t("statement.counted"), (row) => row.counted_fen),
          column("uncountable", t("statement.uncountable"), (row) => row.uncountable_fen),
        ]}
        rows={rows}
        rowKey={(row) => row.category}
      />
    </Box>
  );
}

/** From what the buyers paid to what reached the household. */
export function Deductions({ statement }: OfStatement) {
  const { t } = useTranslation();
  const { gross_fen, parts, net_fen } = statement.deductions;
  return (
    <Box title={t("statement.deductions")}>
      <dl className="waterfall">
        <div>
          <dt>{t("statement.paidByBuyers")}</dt>
          <dd>
            <Money fen={gross_fen} />
          </dd>
        </div>
        {parts.map(({ part, amount_fen }) => (
          <div key={part}>
            <dt>{hasWord("ledgerAccount", part) ? t(`ledgerAccount.${part}`) : part}</dt>
            <dd>
              <Money fen={-amount_fen} />
            </dd>
          </div>
        ))}
        <div className="waterfall-end">
          <dt>
            {t(statement.subject === "household" ? "statement.reached" : "statement.toHouseholds")}
          </dt>
          <dd>
            <Money fen={net_fen} />
          </dd>
        </div>
      </dl>
    </Box>
  );
}

/** Every account over the span: opening, in, moved, out, closing. */
export function AccountLines({ statement }: OfStatement) {
  const { t } = useTranslation();
  const { accounts, total, subject } = statement;
  const title = t(subject === "household" ? "statement.byState" : "statement.byAccount");
  const nameOf = ({ kind, state }: AccountLine) => {
    const account = hasWord("ledgerAccount", kind) ? t(`ledgerAccount.${kind}`) : kind;
    if (state === null) return account;
    return subject === "household" ? t(`state.${state}`) : `${account} · ${t(`state.${state}`)}`;
  };
  const column = (key: string, name: string, of: (row: AccountLine) => Fen) =>
    money(key, name, of, of(total));
  return (
    <Box title={title}>
      <DataTable
        caption={title}
        columns={[
          {
            key: "account",
            title: t("statement.account"),
            lead: true,
            cell: nameOf,
            foot: t("statement.total"),
          },
          column("opening", t("statement.opening"), (row) => row.opening_fen),
          column("in", t("statement.in"), (row) => row.in_fen),
          column("moved", t("statement.moved"), (row) => row.moved_fen),
          column("out", t("statement.out"), (row) => row.out_fen),
          column("closing", t("statement.closing"), (row) => row.closing_fen),
        ]}
        rows={accounts}
        rowKey={(row) => `${row.kind}:${row.state ?? ""}`}
      />
    </Box>
  );
}

/** What a cooperative owes each household. */
export function Counterparts({ rows }: { rows: readonly Counterpart[] }) {
  const { t } = useTranslation();
  return (
    <Box title={t("statement.counterparts")}>
      <DataTable
        caption={t("statement.counterparts")}
        columns={[
          {
            key: "household",
            title: t("statement.holder"),
            lead: true,
            cell: (row: Counterpart) => (
              <span>
                {row.household_id === "" ? t("statement.elsewhere") : row.alias}{" "}
                <span className="sub">{row.place}</span>
              </span>
            ),
          },
          money("opening", t("statement.openingOwed"), (row: Counterpart) => row.opening_fen),
          money("credited", t("statement.credited"), (row: Counterpart) => row.credited_fen),
          money("reversed", t("statement.reversed"), (row: Counterpart) => row.reversed_fen),
          money("paid", t("statement.paid"), (row: Counterpart) => row.paid_fen),
          money("owed", t("statement.owed"), (row: Counterpart) => row.owed_fen),
        ]}
        rows={rows}
        rowKey={(row) => row.household_id}
      />
    </Box>
  );
}
