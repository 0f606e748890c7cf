import { useWords } from "../../i18n/use-words";
import { TextField, type FieldError } from "../field";
import { AreaFields, type AreaChoices } from "./area-fields";

/** What was typed or kept; the three levels as codes. */
export interface AddressValues {
  name: string;
  phone: string;
  province: string;
  city: string;
  county: string;
  street: string;
}

/** The fields of an address. */
export function AddressFields({
  values,
  errors,
  choices,
  nameLabel,
}: {
  values: AddressValues;
  errors: Partial<Record<string, FieldError>>;
  choices: AreaChoices;
  /** Whose address it is, where that is nobody who gets a parcel. */
  nameLabel?: string;
}) {
  const t = useWords();
  const { province, city, county } = values;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="name"
          label={nameLabel ?? t("checkout.name")}
          error={errors.name}
          defaultValue={values.name}
          autoComplete="name"
          maxLength={60}
          required
        />
        <TextField
          type="tel"
          name="phone"
          label={t("checkout.phone")}
          error={errors.phone}
          defaultValue={values.phone}
          autoComplete="tel"
          maxLength={20}
          required
        />
      </div>
      <AreaFields choices={choices} chosen={{ province, city, county }} error={errors.county} />
      <TextField
        name="street"
        label={t("checkout.street")}
        hint={t("checkout.street_hint")}
        error={errors.street}
        defaultValue={values.street}
        autoComplete="street-address"
        maxLength={200}
        required
      />
    </>
  );
}
