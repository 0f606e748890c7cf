import { useWords } from "../../i18n/use-words";
import type { ShownCard } from "../../lib/card";
import { Notice } from "../../ui/notice";
import { SaveCard, SavedCards } from "./saved-cards";

/**
 * The buyer's saved cards, the place of Stripe's form, and what the buyer should know of it. `browser/stripe-form.ts`
 * mounts the form here and shows what is hidden.
 *
 * @param kept whether a card was given already and will be sent as it is
 * @param page where it stands: loaded anew when the payment house could not be reached
 * @param typed what the browser has sent; nothing on a fresh page
 */
export function StripeForm({
  kept,
  page = "/checkout",
  buyer,
  cards,
  typed,
}: {
  kept: boolean;
  page?: string;
  buyer: { loggedIn: boolean };
  cards: readonly ShownCard[];
  typed: Readonly<Record<"saved_card" | "save_card", string>> | undefined;
}) {
  const hasCards = cards.length > 0;
  return (
    <div className="group/cards hidden gap-4 py-3 pl-3 group-has-[[name=payment]:checked]:grid sm:pl-4">
      {hasCards ? <SavedCards cards={cards} chosen={typed?.saved_card ?? null} /> : null}
      <div
        className={
          hasCards ? "hidden gap-2 group-has-[#another-card:checked]/cards:grid" : "grid gap-2"
        }
      >
        <NewCard kept={kept} page={page} />
        {buyer.loggedIn ? <SaveCard chosen={typed?.save_card === "yes"} /> : null}
      </div>
    </div>
  );
}

function NewCard({ kept, page }: { kept: boolean; page: string }) {
  const t = useWords();
  return (
    <>
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
    </>
  );
}
