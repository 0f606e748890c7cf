/** Every credit with its line, its lot, its split, its state and what was taken back. */
import { Checkbox } from "antd";
import type { Part } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { kgText, percentText } from "../../lib/amounts";
import { dayOf } from "../../lib/days";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Money, moneyText } from "../../ui/money";
import { ShareBar } from "../../ui/share-bar";
import { StateTag } from "../../ui/state-tag";

import type { Credit } from "./income-account";

interface CreditTableProps {
  credits: readonly Credit[];
  chosen: ReadonlySet<string>;
  onToggle: (id: string, on: boolean) => void;
}

/** The credits, newest first as they come. */
export function CreditTable({ credits, chosen, onToggle }: CreditTableProps) {
  const { t } = useTranslation();
  const columns: Column<Credit>[] = [
    {
      key: "sold",
      title: t("credit.sold"),
      cell: (row) => (
        <span className="day-text">
          {dayOf(row.sold_at)}
          {row.order_id !== null && (
            <small>{t("credit.order", { n: row.order_display_id ?? row.order_id })}</small>
          )}
        </span>
      ),
    },
    { key: "product", title: t("credit.product"), lead: true, cell: (row) => <Goods row={row} /> },
    {
      key: "share",
      title: t("credit.share"),
      end: true,
      cell: (row) => (
        <span>
          {percentText(row.share_ppm)}
          {row.weight_g > 0 && <small>{t("credit.delivered", { kg: kgText(row.weight_g) })}</small>}
        </span>
      ),
    },
    {
      key: "gross",
      title: t("credit.gross"),
      end: true,
      cell: (row) => <Money fen={row.gross_fen} sign={false} />,
    },
    { key: "split", title: t("credit.split"), wide: true, cell: (row) => <Split row={row} /> },
    {
      key: "net",
      title: t("credit.net"),
      end: true,
      cell: (row) => (
        <b>
          <Money fen={row.net_fen} sign={false} />
        </b>
      ),
    },
    {
      key: "state",
      title: t("credit.state"),
      wide: true,
      cell: (row) => (
        <span>
          <StateTag state={row.state} isReversed={row.reversed_fen >= row.net_fen} />
          {row.voucher && <small>{t("credit.voucher", { ...row.voucher })}</small>}
          {row.voucher?.taken_by && (
            <small>
              {t("recipient.takes", { relation: t(`relation.${row.voucher.taken_by}`) })}
            </small>
          )}
        </span>
      ),
    },
    {
      key: "choose",
      title: "",
      cell: (row) =>
        row.state === "paid" && (
          <Checkbox
            aria-label={t("credit.choose", { title: row.product_title || row.linkage })}
            checked={chosen.has(row.id)}
            onChange={(event) => {
              onToggle(row.id, event.target.checked);
            }}
          />
        ),
    },
  ];
  return (
    <div className="scroll">
      <DataTable
        caption={t("account.credits")}
        columns={columns}
        rows={credits}
        rowKey={(row) => row.id}
        below={(row) => (row.reversals.length > 0 ? <Reversals row={row} /> : null)}
      />
    </div>
  );
}

function Goods({ row }: { row: Credit }) {
  const { t } = useTranslation();
  const { category, linkage } = row;
  const linkageName = hasWord("linkage", linkage) ? t(`linkage.${linkage}`) : linkage;
  return (
    <span>
      {row.order_id === null ? (
        linkageName
      ) : (
        <>
          {row.product_title} × {row.quantity}
        </>
      )}
      <small>
        {row.cooperative}
        {row.lot_code && ` · ${t("credit.lot", { code: row.lot_code })}`}
      </small>
      <small>
        {hasWord("category", category) ? t(`category.${category}`) : category} · {linkageName}
        {!row.countable && ` · ${t("past.uncounted")}`}
      </small>
    </span>
  );
}

/** The bar and, in words, what was taken off before it reached the household. */
function Split({ row }: { row: Credit }) {
  const { t } = useTranslation();
  const taken = row.deductions.filter((part) => part.party !== "household" && part.amount_fen > 0);
  const deducted = taken.reduce((sum, part) => sum + part.amount_fen, 0);
  const parts: Part[] = [
    { party: "household", label: t("party.household"), amount_fen: row.gross_fen - deducted },
    ...taken,
  ];
  return (
    <span className="split">
      <ShareBar parts={parts} slim />
      {taken.map((part) => (
        <small key={part.party}>
          {part.label} −{moneyText(part.amount_fen)}
        </small>
      ))}
    </span>
  );
}

function Reversals({ row }: { row: Credit }) {
  const { t } = useTranslation();
  return (
    <>
      {row.reversals.map((one) => {
        const { cause } = one;
        return (
          <p className="minus-line" key={`${one.at}${one.cause}${String(one.amount_fen)}`}>
            <span>
              {t(one.amount_fen < 0 ? "credit.givenBack" : "credit.reversal", {
                day: dayOf(one.at),
                cause: hasWord("cause", cause) ? t(`cause.${cause}`) : cause,
              })}
              {" · "}
              {t(one.amount_fen < 0 ? `givenBack.${one.borne_by}` : `borne.${one.borne_by}`)}
            </span>
            <Money fen={-one.amount_fen} />
          </p>
        );
      })}
    </>
  );
}
