import type { Reply } from "@yigou/backend/contract";
import { Link } from "react-router";

import { useWords } from "../../i18n/use-words";
import type { Answer } from "../../lib/refused";
import { Orange } from "../../ui/drawings/hill";
import { Grade } from "../../ui/grade";
import { Money } from "../../ui/money";

/** The shop's promise with the public totals as its proof. */
export function Hero({ totals }: { totals: Answer<Reply<"GET /store/totals">> }) {
  const t = useWords();
  return (
    <section className="relative overflow-hidden rounded-card bg-tea-deep px-5 pt-6 pb-5 text-[#fbfaf3] sm:px-10 sm:py-11">
      <Orange className="pointer-events-none absolute -right-8 -bottom-10 w-44 sm:right-6 sm:-bottom-12 sm:w-80" />
      <div className="relative max-w-xl">
        <h1 className="text-[1.7rem] sm:text-[2.6rem]">{t("home.hero")}</h1>
        <p className="mt-2 max-w-[19em] text-[0.9375rem] opacity-90 sm:text-lg">
          {t("home.hero_text")}
        </p>
        <div className="mt-4 max-w-[15em] sm:mt-6 sm:max-w-none">
          <Totals totals={totals} />
        </div>
        <p className="mt-5 flex flex-wrap gap-3">
          <Link
            to="/goods"
            prefetch="intent"
            className="tap rounded-full bg-[#fffdf8] px-6 font-semibold text-[#20241d] hover:bg-white"
          >
            {t("home.hero_cta")}
          </Link>
          <Link
            to="/totals"
            prefetch="intent"
            className="tap rounded-full border border-[#fbfaf3aa] bg-tea-deep px-5 hover:border-[#fbfaf3]"
          >
            {t("home.hero_more")}
          </Link>
        </p>
      </div>
    </section>
  );
}

function Totals({ totals }: { totals: Answer<Reply<"GET /store/totals">> }) {
  const t = useWords();
  if (!totals.ok) return <p className="opacity-90">{t("home.totals_wait")}</p>;
  const { households, credited_fen, grade } = totals.value;
  if (households === null || credited_fen === null || households === 0) {
    return <p className="opacity-90">{t("home.totals_none")}</p>;
  }
  return (
    <p>
      <span className="block text-sm opacity-90 sm:text-base">
        {t("home.hero_totals", { households: households.toLocaleString("en") })}{" "}
        <Grade grade={grade} />
      </span>
      <Money
        fen={credited_fen}
        className="font-serif text-[1.9rem] leading-tight font-bold sm:text-[2.4rem]"
      />
    </p>
  );
}
