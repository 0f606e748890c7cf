import { useWords } from "../../i18n/use-words";
import { Notice } from "../../ui/notice";

/**
 * The place of Stripe's form, and what the buyer should know of it. `browser/stripe-form.ts` mounts the form here and
 * shows what is hidden.
 *
 * @param kept whether a card was given already and will be sent as it is
 * @param page where it stands: loaded anew when the payment house could not be reached
 */
export function StripeForm({ kept, page = "/checkout" }: { kept: boolean; page?: string }) {
  const t = useWords();
  return (
    <div className="hidden gap-2 pt-3 group-has-[[name=payment]:checked]:grid sm:pl-4">
      <noscript>
        <Notice tone="warn" title={t("checkout.stripe_script")} />
      </noscript>
      {kept ? <p className="text-sm text-ink-2">{t("checkout.stripe_kept")}</p> : null}
      <p data-stripe="loading" hidden className="text-sm text-ink-2">
        {t("checkout.stripe_loading")}
      </p>
      <div data-stripe="failed" hidden>
        <Notice tone="warn" title={t("checkout.stripe_failed")}>
          <a href={page} className="tap underline underline-offset-4">
            {t("checkout.stripe_reload")}
          </a>
        </Notice>
      </div>
      {/* An alert speaks when its words come, so the script writes them. */}
      <p
        data-stripe="problem"
        role="alert"
        hidden
        className="rounded-small bg-sunk p-3 font-medium text-persimmon-ink"
      />
      <div data-stripe="place" className="min-h-11" />
    </div>
  );
}
