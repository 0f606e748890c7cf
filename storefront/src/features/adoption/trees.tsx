import type { Reply } from "@yigou/backend/contract";
import { Form } from "react-router";

import { useLang, useWords } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import { Button } from "../../ui/button";
import { moneyText } from "../../ui/money";
import { Tag } from "../../ui/notice";
import { News } from "../../ui/orchard-news";

type Trees = Reply<"GET /store/orders/:id/adoptions">;

/** The buyer's trees: their numbers, household, harvest and news; and the way back until the harvest. */
export function Trees({ trees }: { trees: Trees }) {
  const t = useWords();
  return (
    <section className="box p-4 sm:p-5">
      <h2 className="text-lg">{t("adoption.mine")}</h2>
      <ul className="mt-2 grid gap-5">
        {trees.adoptions.map((adoption) => (
          <li key={adoption.order_line_id}>
            <Tree adoption={adoption} />
          </li>
        ))}
      </ul>
      {trees.cancellable ? (
        <Form method="post" className="mt-4 border-t border-rule pt-3">
          <input type="hidden" name="intent" value="cancel_adoption" />
          <p className="mb-2 text-sm text-ink-2">{t("adoption.cancel_text")}</p>
          <Button kind="quiet">{t("adoption.cancel")}</Button>
        </Form>
      ) : null}
    </section>
  );
}

function Tree({ adoption }: { adoption: Trees["adoptions"][number] }) {
  const t = useWords();
  const lang = useLang();
  const { kind, tree_numbers: numbers, harvested_g, compensation_fen } = adoption;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <b className="font-semibold">{adoption.title}</b>
        {kind === "tree" ? (
          <Tag tone="good">
            {numbers.length > 0
              ? t("adoption.numbers", { numbers: numbers.join("、") })
              : t("adoption.numbering")}
          </Tag>
        ) : null}
      </p>
      <p className="text-sm text-ink-2">
        {adoption.alias} · {adoption.season} · {adoption.yield_text}
      </p>
      <p className="text-sm text-ink-2">
        {t("adoption.from", { date: dayText(adoption.harvest_from, lang) })}
      </p>
      {harvested_g === null ? null : (
        <p className="text-sm">
          {t("adoption.harvested", { kg: (harvested_g / 1000).toString() })}
        </p>
      )}
      {compensation_fen > 0 ? (
        <p className="text-sm text-persimmon-ink">
          {t("adoption.compensated", { amount: moneyText(compensation_fen) })}
        </p>
      ) : null}
      <h3 className="mt-3 font-sans text-sm font-medium text-ink-2">{t("adoption.news")}</h3>
      <News updates={adoption.updates} />
    </>
  );
}
