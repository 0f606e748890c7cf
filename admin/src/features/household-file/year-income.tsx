/** This year's income in two columns, shortly; the page of the year says it all. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { useRead } from "../../lib/data";
import { today } from "../../lib/days";
import { Figures } from "../../ui/figures";
import { Grade } from "../../ui/grade";
import { Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";

type Graded = { grade: "measured" | "verified"; fen: number } | null;

function figureOf(figure: Graded) {
  if (figure === null) return "—";
  return (
    <>
      <Money fen={figure.fen} /> <Grade grade={figure.grade} />
    </>
  );
}

/** Net income and net income per head, as credited and as verified. */
export function YearIncome({ id }: { id: string }) {
  const { t } = useTranslation();
  const year = Number(today().slice(0, 4));
  const query = useRead("GET /official/households/:id/years/:year", { params: { id, year } });
  return (
    <section className="box" aria-label={t("verified.short")} style={{ marginBottom: 16 }}>
      <div className="box-head">
        <h2>
          {t("verified.short")} <small className="sub">{year}</small>
        </h2>
        <Link className="no-print" to={`/official/households/${id}/years`}>
          {t("verified.open")}
        </Link>
      </div>
      <Loaded query={query} lines={2}>
        {({ platform, verified, rolling }) => (
          <Figures
            label={t("verified.short")}
            figures={[
              {
                key: "platform",
                name: t("verified.platform"),
                value: figureOf(platform.net),
                note: (
                  <>
                    {t("verified.net_per_head")} {figureOf(platform.net_per_head)}
                  </>
                ),
              },
              {
                key: "found",
                name: t("verified.found"),
                value: verified ? figureOf(verified.net) : t("verified.none"),
                note: verified ? (
                  <>
                    {t("verified.net_per_head")} {figureOf(verified.net_per_head)}
                  </>
                ) : undefined,
              },
              {
                key: "rolling",
                name: t("verified.rolling"),
                value: figureOf(rolling.net_per_head),
                note: t("verified.rollingNote", { from: rolling.from, to: rolling.to }),
              },
              {
                key: "uncounted",
                name: t("verified.uncounted"),
                value: figureOf(platform.uncounted),
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
