/** The figures that a statement is opened for. */
import type { Fen, Statement } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { Figures } from "../../ui/figures";
import { Money } from "../../ui/money";

/** Four figures, by whose statement it is. */
export function StatementFigures({ statement }: { statement: Statement }) {
  const { t } = useTranslation();
  const { subject, per_head, categories, accounts, deductions, total } = statement;
  const closing = (...states: string[]): Fen =>
    accounts
      .filter(({ kind, state }) => kind === "household" && state !== null && states.includes(state))
      .reduce((sum, { closing_fen }) => sum + closing_fen, 0);
  const figure = (key: string, name: string, fen: Fen, note?: string, accent = false) => ({
    key,
    name,
    value: <Money fen={fen} />,
    accent,
    ...(note === undefined ? {} : { note }),
  });
  const payable = figure(
    "payable",
    t("statement.payable"),
    closing("settled"),
    t("statement.payableNote"),
  );
  const paid = figure("paid", t("statement.paidOut"), closing("paid", "confirmed"));
  const average = ((per_head?.average_members_percent ?? 0) / 100).toFixed(2);
  const counted = categories.reduce((sum, { counted_fen }) => sum + counted_fen, 0);
  const all = {
    household: [
      figure("counted", t("statement.counted"), counted, t("statement.countedNote"), true),
      figure(
        "perHead",
        t("statement.perHead"),
        per_head?.span_fen ?? 0,
        t("statement.perHeadNote", { n: average }),
      ),
      figure("year", t("statement.yearPerHead"), per_head?.year_fen ?? 0),
      payable,
      paid,
    ],
    cooperative: [
      figure("gross", t("statement.gross"), deductions.gross_fen, t("statement.grossNote"), true),
      figure("net", t("statement.toHouseholds"), deductions.net_fen),
      payable,
      paid,
    ],
    party: [figure("closing", t("statement.closing"), total.closing_fen)],
    order: [payable, paid],
  };
  return <Figures label={t("statement.figures")} figures={all[subject]} />;
}
