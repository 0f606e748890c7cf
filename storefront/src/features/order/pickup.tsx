import type { Reply } from "@yigou/backend/contract";

import { useWords } from "../../i18n/use-words";
import { Tag } from "../../ui/notice";

type Pickup = NonNullable<Reply<"GET /store/orders/:id/pickup">["pickup"]>;

/** Where the goods wait, and the code for which the keeper hands them over. */
export function PickupCode({ pickup }: { pickup: Pickup }) {
  const t = useWords();
  const { point, code, state } = pickup;
  return (
    <section className="box p-4 sm:p-5">
      <h2 className="flex items-center gap-2 text-lg">
        {t("pickup.title")}
        <span className="ml-auto font-sans text-sm font-normal">
          <Tag tone={state === "on_the_way" ? "plain" : "good"}>{t(`pickup.state_${state}`)}</Tag>
        </span>
      </h2>
      <address className="mt-2 not-italic">
        <b className="font-semibold">{point.name}</b>{" "}
        <span className="tabular-nums">{point.phone}</span>
        <br />
        {[point.province, point.city, point.county, point.street].join(" ")}
        <br />
        {point.hours}
      </address>
      {state === "handed_over" ? null : (
        <>
          <p className="mt-3 text-sm text-ink-2">{t("pickup.code")}</p>
          <p className="font-mono text-3xl font-bold tracking-widest select-all" data-code>
            {code}
          </p>
          <p className="mt-1 text-[0.8125rem] text-ink-3">{t("pickup.code_hint")}</p>
        </>
      )}
    </section>
  );
}
