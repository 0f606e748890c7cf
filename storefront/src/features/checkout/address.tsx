import { Link } from "react-router";

import { useWords } from "../../i18n/use-words";
import { AddressFields, type AddressValues } from "../../ui/address/address-fields";
import type { AreaChoices } from "../../ui/address/area-fields";
import { TextField, type FieldError } from "../../ui/field";

interface Saved {
  id: string;
  name: string;
  county: string;
  street: string;
}

type Errors = Partial<Record<string, FieldError>>;

/** Who gets the receipt. */
export function Contact({
  email,
  errors,
  loggedIn,
}: {
  email: string;
  errors: Errors;
  loggedIn: boolean;
}) {
  const t = useWords();
  return (
    <section className="box p-4 sm:p-5">
      <div className="mb-3 flex items-baseline justify-between gap-3">
        <h2 className="text-lg">{t("checkout.contact")}</h2>
        {loggedIn ? null : (
          <p className="text-sm text-ink-2">
            {t("checkout.have_account")}{" "}
            <Link
              to="/login?return_to=/checkout"
              className="tap !min-h-8 underline underline-offset-4"
            >
              {t("nav.login")}
            </Link>
          </p>
        )}
      </div>
      <TextField
        type="email"
        name="email"
        label={t("checkout.email")}
        hint={t("checkout.email_hint")}
        error={errors.email}
        defaultValue={email}
        autoComplete="email"
        required
      />
    </section>
  );
}

/** Where the goods go. */
export function AddressForm({
  values,
  errors,
  choices,
  saved,
  savedId,
}: {
  values: AddressValues;
  errors: Errors;
  choices: AreaChoices;
  saved: readonly Saved[];
  savedId: string | null;
}) {
  const t = useWords();
  const chip =
    "box block min-h-11 px-3.5 py-2 text-sm aria-[current]:border-ink aria-[current]:border-2";
  return (
    <section className="box p-4 sm:p-5">
      <h2 className="mb-3 text-lg">{t("checkout.address")}</h2>
      {saved.length > 0 ? (
        <nav aria-label={t("checkout.saved")} className="mb-4">
          <ul className="flex flex-wrap gap-2">
            {saved.map((address) => (
              <li key={address.id}>
                <Link
                  to={`/checkout?address=${address.id}`}
                  replace
                  preventScrollReset
                  aria-current={address.id === savedId ? "true" : undefined}
                  className={chip}
                >
                  <b className="font-semibold">{address.name}</b> {address.county} {address.street}
                </Link>
              </li>
            ))}
            <li>
              <Link
                to="/checkout?address=new"
                replace
                preventScrollReset
                aria-current={savedId === null ? "true" : undefined}
                className={chip}
              >
                {t("checkout.saved_new")}
              </Link>
            </li>
          </ul>
        </nav>
      ) : null}
      <div key={savedId ?? "new"} className="grid gap-4">
        <AddressFields values={values} errors={errors} choices={choices} />
      </div>
    </section>
  );
}
