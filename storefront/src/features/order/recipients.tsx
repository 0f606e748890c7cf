import type { Reply } from "@yigou/backend/contract";

import { useWords } from "../../i18n/use-words";
import { Tag } from "../../ui/notice";

type Gift = Reply<"GET /store/orders/:id/gift">["gift"];

/** To whom the boxes of a gift go, and where each of them is. */
export function Recipients({ gift }: { gift: Gift }) {
  const t = useWords();
  const done = gift.recipients.filter(({ state }) => state === "delivered").length;
  return (
    <section className="box p-4 sm:p-5">
      <h2 className="flex items-center gap-2 text-lg">
        {t("gift.boxes")}
        <span className="ml-auto font-sans text-sm font-normal text-ink-2 tabular-nums">
          {t("gift.boxes_state", { done, count: gift.recipients.length })}
        </span>
      </h2>
      {gift.message ? (
        <blockquote className="mt-3 rounded-small bg-persimmon-wash px-4 py-3 font-serif whitespace-pre-line">
          <p>{gift.message}</p>
          <footer className="mt-1 text-sm text-ink-2">
            {t("gift.card")} · {gift.sender}
          </footer>
        </blockquote>
      ) : null}
      <ol className="mt-3 grid gap-x-6 sm:grid-cols-2">
        {gift.recipients.map(({ id, position, address, state, tracking }) => (
          <li key={id} className="flex gap-3 border-b border-rule py-2.5">
            <span className="w-6 flex-none text-right text-ink-3 tabular-nums">{position}</span>
            <div className="min-w-0 text-[0.9375rem]">
              <b className="font-semibold">{address.name}</b>{" "}
              <span className="tabular-nums">{address.phone}</span>
              <p className="text-[0.8125rem] text-ink-2">
                {[address.province, address.city, address.county, address.street].join(" ")}
              </p>
              {tracking.map(({ carrier, number }) => (
                <p key={number} className="text-[0.8125rem] tabular-nums select-all">
                  {carrier} {number}
                </p>
              ))}
            </div>
            <span className="ml-auto flex-none">
              <Tag tone={state === "delivered" ? "good" : state === "shipped" ? "warn" : "plain"}>
                {t(`gift.state_${state}`)}
              </Tag>
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-[0.8125rem] text-ink-3">{t("gift.private")}</p>
    </section>
  );
}
