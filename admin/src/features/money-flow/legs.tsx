/** The legs of a transaction: whose account, which goods, which lot, how much; zero in all. */
import type { Reply } from "@yigou/backend/contract";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Money } from "../../ui/money";

type Leg = Reply<"GET /official/transactions/:seq">["legs"][number];

interface LegsProps {
  legs: readonly Leg[];
  more: number;
}

/** The table of the legs. */
export function Legs({ legs, more }: LegsProps) {
  const { t } = useTranslation();
  const sum = legs.reduce((all, { amount_fen }) => all + amount_fen, 0);
  const nameOf = ({ account, state }: Leg) =>
    [
      hasWord("ledgerAccount", account) ? t(`ledgerAccount.${account}`) : account,
      state !== null && hasWord("state", state) ? t(`state.${state}`) : null,
    ]
      .filter(Boolean)
      .join(" · ");
  const columns: Column<Leg>[] = [
    {
      key: "account",
      title: t("posting.account"),
      lead: true,
      cell: nameOf,
      // Legs of other areas are not shown: what is left of a whole has no sum.
      ...(more === 0 ? { foot: t("posting.sum") } : {}),
    },
    {
      key: "owner",
      title: t("posting.owner"),
      line: true,
      cell: ({ household_id, owner, account }) =>
        household_id === null ? (
          owner || (account === "household" && t("statement.elsewhere"))
        ) : (
          <Link to={`/official/households/${household_id}`}>{owner}</Link>
        ),
    },
    {
      key: "goods",
      title: t("evidence.goods"),
      wide: true,
      cell: ({ goods, lot_code, category }) => (
        <span>
          {goods}
          <small>
            {[
              lot_code === null ? null : t("statement.lot", { code: lot_code }),
              category === null ? null : t(`category.${category}`),
            ]
              .filter(Boolean)
              .join(" · ")}
          </small>
        </span>
      ),
    },
    {
      key: "amount",
      title: t("statement.amount"),
      end: true,
      line: true,
      cell: ({ amount_fen }) => (
        <b>
          <Money fen={amount_fen} sign={false} />
        </b>
      ),
      ...(more === 0 ? { foot: <Money fen={sum} sign={false} /> } : {}),
    },
  ];
  return (
    <section className="box" aria-label={t("evidence.legs")}>
      <div className="box-head">
        <h2>{t("evidence.legs")}</h2>
        <span>{more === 0 ? t("evidence.legsNote") : t("evidence.moreLegs", { n: more })}</span>
      </div>
      <div className="scroll">
        <DataTable
          caption={t("evidence.legs")}
          columns={columns}
          rows={legs}
          rowKey={({ leg }) => String(leg)}
        />
      </div>
    </section>
  );
}
