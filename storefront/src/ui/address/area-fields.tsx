import areasScript from "../../browser/areas.ts?worker&url";
import { useWords } from "../../i18n/use-words";
import { buttonClass } from "../button";
import { SelectField, type FieldError } from "../field";

interface Area {
  code: string;
  name: string;
}

/** What the three selects offer at first. */
export interface AreaChoices {
  provinces: Area[];
  cities: Area[];
  counties: Area[];
}

interface Chosen {
  province: string;
  city: string;
  county: string;
}

function Options({ areas }: { areas: readonly Area[] }) {
  const t = useWords();
  return (
    <>
      <option value="">{t("checkout.choose")}</option>
      {areas.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </>
  );
}

/** Sends the form as it stands and gets the next level. */
function ByForm() {
  const t = useWords();
  return (
    <>
      <button
        type="submit"
        name="intent"
        value="region"
        formNoValidate
        className={buttonClass("quiet", "w-full")}
      >
        {t("checkout.area_update")}
      </button>
      <p className="mt-1 text-sm text-ink-3">{t("checkout.area_hint")}</p>
    </>
  );
}

/**
 * Province, city, county. `browser/areas.ts` fetches the lower levels as they are needed; without it, or when it
 * cannot, a button does.
 */
export function AreaFields({
  choices,
  chosen: { province, city, county },
  error,
}: {
  choices: AreaChoices;
  chosen: Chosen;
  error?: FieldError | undefined;
}) {
  const t = useWords();
  return (
    <fieldset
      data-areas
      data-province={province}
      data-city={city}
      className="grid gap-4 sm:grid-cols-3"
    >
      <legend className="sr-only">{t("checkout.address")}</legend>
      <SelectField
        name="province"
        label={t("checkout.province")}
        defaultValue={province}
        autoComplete="address-level1"
      >
        <Options areas={choices.provinces} />
      </SelectField>
      <SelectField
        name="city"
        label={t("checkout.city")}
        defaultValue={city}
        autoComplete="address-level2"
      >
        <Options areas={choices.cities} />
      </SelectField>
      <SelectField
        name="county"
        label={t("checkout.county")}
        defaultValue={county}
        error={error}
        autoComplete="address-level3"
      >
        <Options areas={choices.counties} />
      </SelectField>
      <noscript>
        <ByForm />
      </noscript>
      <div data-areas-by-form hidden>
        <ByForm />
      </div>
      <script type="module" src={areasScript} />
    </fieldset>
  );
}
