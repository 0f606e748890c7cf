import type { Good } from "@yigou/backend/contract";

import { useLang, useWords } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import { News } from "../../ui/orchard-news";

type Adoption = NonNullable<Good["adoption"]>;

/** What is agreed: season, harvest, what each gives, until when one may cancel; then the news. */
export function AdoptionTerms({ adoption }: { adoption: Adoption }) {
  const t = useWords();
  const lang = useLang();
  const { kind, season, harvest_from, harvest_to, yield_text, trees, alias, updates } = adoption;
  const span = { from: dayText(harvest_from, lang), to: dayText(harvest_to, lang) };
  const facts = [
    [t("adoption.season"), season],
    [t("adoption.harvest"), t("adoption.span", span)],
    [t("adoption.yield"), yield_text],
  ] as const;
  return (
    <section aria-label={t("adoption.terms")} className="box mt-6 p-4 sm:p-5">
      <h2 className="text-lg">{t("adoption.terms")}</h2>
      <dl className="mt-2 grid gap-1.5">
        {facts.map(([name, value]) => (
          <div key={name} className="flex gap-3">
            <dt className="w-24 flex-none text-ink-2">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2">{t(`adoption.trees_${kind}`, { count: trees, alias })}</p>
      <p className="mt-2 text-sm text-ink-2">{t("adoption.promise")}</p>
      <p className="text-sm text-ink-2">{t("adoption.money")}</p>
      <h3 className="mt-4 font-sans font-semibold">{t("adoption.news")}</h3>
      <News updates={updates} />
    </section>
  );
}
