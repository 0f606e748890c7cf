/** What a statement says, from its figures to its last entry. */
import type { Entry, Statement } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { Pages } from "../../ui/pages";
import { Signing } from "../../ui/signing";

import { Entries } from "./entries";
import { StatementFigures } from "./statement-figures";
import { AccountLines, Categories, Counterparts, Deductions } from "./statement-tables";

interface BodyProps {
  statement: Statement;
  entries: readonly Entry[];
  count: number;
  size: number;
}

/** Figures, tables, a page of entries, lines to sign on. */
export function Body({ statement, entries, count, size }: BodyProps) {
  const { t } = useTranslation();
  const { subject, deductions, counterparts } = statement;
  return (
    <>
      <StatementFigures statement={statement} />
      <div className="two statement-two">
        {subject === "household" && <Categories statement={statement} />}
        {deductions.parts.length > 0 && <Deductions statement={statement} />}
      </div>
      <AccountLines statement={statement} />
      {counterparts.length > 0 && <Counterparts rows={counterparts} />}
      <section className="box box-flow" aria-label={t("statement.entries")}>
        <div className="box-head">
          <h2>{t("statement.entries")}</h2>
          {count > size && <span>{t("statement.moreOnPaper", { n: size })}</span>}
        </div>
        <Entries subject={subject} entries={entries} />
        <Pages size={size} count={count} />
      </section>
      {subject === "household" && <Signing />}
    </>
  );
}
