import type { RefObject } from "react";

import { useWords } from "../../i18n/use-words";
import { Notice } from "../../ui/notice";

/** Where Stripe's form stands, and what the buyer should know of it. */
export function StripeForm({
  place,
  state,
  problem,
  page = "/checkout",
}: {
  place: RefObject<HTMLDivElement>;
  state: "off" | "loading" | "ready" | "failed";
  problem: string | null;
  /** Where it stands: loaded anew when the payment house could not be reached. */
  page?: string;
}) {
  const t = useWords();
  return (
    <div className="grid gap-2 pt-3 sm:pl-4">
      <noscript>
        <Notice tone="warn" title={t("checkout.stripe_script")} />
      </noscript>
      {state === "loading" ? (
        <p className="text-sm text-ink-2">{t("checkout.stripe_loading")}</p>
      ) : null}
      {state === "failed" ? (
        <Notice tone="warn" title={t("checkout.stripe_failed")}>
          <a href={page} className="tap underline underline-offset-4">
            {t("checkout.stripe_reload")}
          </a>
        </Notice>
      ) : null}
      {problem ? <Notice tone="bad" title={problem} /> : null}
      <div ref={place} className="min-h-11" />
    </div>
  );
}
