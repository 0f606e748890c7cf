import { useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";

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

/**
 * Province, city, county. With a script the lower levels are fetched as they are needed; without one
 * the button sends the form as it stands and gets the next level.
 */
export function AreaFields({
  choices,
  chosen,
  error,
}: {
  choices: AreaChoices;
  chosen: Chosen;
  error?: FieldError | undefined;
}) {
  const t = useWords();
  const { load, data } = useFetcher<Pick<AreaChoices, "cities" | "counties">>();
  const [at, setAt] = useState({ province: chosen.province, city: chosen.city });
  const frame = useRef<HTMLFieldSetElement>(null);
  const go = (province: string, city: string) => {
    setAt({ province, city });
    void load(`/areas?province=${province}&city=${city}`);
  };
  const goNow = useRef(go);
  goNow.current = go;
  useEffect(() => {
    // NOTE: a choice made before the script woke up is in the page but not in the state.
    const select = frame.current?.querySelector<HTMLSelectElement>("select[name=province]");
    if (select && select.value !== chosen.province) goNow.current(select.value, "");
  }, [chosen.province]);
  const untouched = at.province === chosen.province && at.city === chosen.city;
  return (
    <fieldset ref={frame} className="grid gap-4 sm:grid-cols-3">
      <legend className="sr-only">{t("checkout.address")}</legend>
      <SelectField
        name="province"
        label={t("checkout.province")}
        defaultValue={chosen.province}
        autoComplete="address-level1"
        onChange={(event) => go(event.target.value, "")}
      >
        <Options areas={choices.provinces} />
      </SelectField>
      <SelectField
        key={`city-${at.province}`}
        name="city"
        label={t("checkout.city")}
        defaultValue={at.city}
        autoComplete="address-level2"
        onChange={(event) => go(at.province, event.target.value)}
      >
        <Options areas={data?.cities ?? choices.cities} />
      </SelectField>
      <SelectField
        key={`county-${at.city}`}
        name="county"
        label={t("checkout.county")}
        defaultValue={untouched ? chosen.county : ""}
        error={error}
        autoComplete="address-level3"
      >
        <Options areas={data?.counties ?? choices.counties} />
      </SelectField>
      <noscript>
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
      </noscript>
    </fieldset>
  );
}
