import type { ReactNode } from "react";

import { useWords } from "../../i18n/use-words";
import { Notice } from "../../ui/notice";

type Payment = "pp_stripe_stripe" | "pp_sandbox_local" | "pp_bank_transfer";

const choice =
  "flex min-h-11 cursor-pointer items-start gap-3 rounded-small border border-edge px-4 py-3 has-checked:border-ink has-checked:bg-sunk";

/** How the buyer pays; the sandbox lets one choose what the bank will say. */
export function PaymentChoice({
  offered,
  chosen,
  outcome,
  stripe,
}: {
  offered: readonly Payment[];
  chosen: string;
  outcome: string;
  /** The place of Stripe's own form, below its choice. */
  stripe?: ReactNode;
}) {
  const t = useWords();
  const first = offered.find((id) => id === chosen) ?? offered[0];
  return (
    <fieldset className="box p-4 sm:p-5">
      <legend className="sr-only">{t("checkout.payment")}</legend>
      <h2 aria-hidden className="mb-3 text-lg">
        {t("checkout.payment")}
      </h2>
      {offered.length === 0 ? <Notice tone="warn">{t("checkout.payments_none")}</Notice> : null}
      <div className="grid gap-3">
        {offered.map((id) => (
          <div key={id} className="group">
            <label className={choice}>
              <input
                type="radio"
                name="payment"
                value={id}
                defaultChecked={id === first}
                aria-describedby={`${id}-text`}
                className="mt-1 size-4.5 accent-persimmon"
              />
              <span>
                <span className="block font-medium">{t(`checkout.${id}`)}</span>
                <span id={`${id}-text`} className="block text-sm text-ink-2">
                  {t(`checkout.${id}_text`)}
                </span>
              </span>
            </label>
            {id === "pp_stripe_stripe" ? stripe : null}
            {id === "pp_sandbox_local" ? <Outcome chosen={outcome} /> : null}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Outcome({ chosen }: { chosen: string }) {
  const t = useWords();
  const outcomes = ["success", "decline", "pending"] as const;
  const first = outcomes.find((outcome) => outcome === chosen) ?? "success";
  return (
    <fieldset className="mt-2 hidden flex-wrap gap-2 pl-4 group-has-[[name=payment]:checked]:flex">
      <legend className="mb-1 text-sm text-ink-2">{t("checkout.outcome")}</legend>
      {outcomes.map((outcome) => (
        <label
          key={outcome}
          className="tap cursor-pointer gap-2 rounded-full border border-edge px-4 text-sm has-checked:border-ink has-checked:bg-sunk"
        >
          <input
            type="radio"
            name="outcome"
            value={outcome}
            defaultChecked={outcome === first}
            className="size-4 accent-persimmon"
          />
          {t(`checkout.outcome_${outcome}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** For whom the goods are bought; shown to members of a work unit only. */
export function BuyerChoice({
  units,
  chosen,
}: {
  units: readonly { id: string; name: string }[];
  chosen: string;
}) {
  const t = useWords();
  if (units.length === 0) return null;
  const options = [
    { id: "self", label: t("checkout.buyer_self") },
    ...units.map(({ id, name }) => ({ id, label: t("checkout.buyer_unit", { name }) })),
  ];
  const first = options.some(({ id }) => id === chosen) ? chosen : "self";
  return (
    <fieldset className="box p-4 sm:p-5">
      <legend className="sr-only">{t("checkout.buyer")}</legend>
      <h2 aria-hidden className="mb-3 text-lg">
        {t("checkout.buyer")}
      </h2>
      <div className="grid gap-3 sm:grid-cols-2">
        {options.map(({ id, label }) => (
          <label key={id} className={choice}>
            <input
              type="radio"
              name="buyer"
              value={id}
              defaultChecked={id === first}
              className="mt-1 size-4.5 accent-persimmon"
            />
            {label}
          </label>
        ))}
      </div>
      <p className="mt-2 text-sm text-ink-2">{t("checkout.buyer_hint")}</p>
    </fieldset>
  );
}
