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
  useEffect(() => {
    const fields = frame.current;
    const go = (province: string, city: string) => {
      setAt({ province, city });
      void load(`/areas?province=${province}&city=${city}`);
    };
    const valueOf = (name: string) =>
      fields?.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? "";
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLSelectElement)) return;
      if (target.name === "province") go(target.value, "");
      if (target.name === "city") go(valueOf("province"), target.value);
    };
    // NOTE: a choice made before the script woke up is in the page but not in the state, and one made while
    // it wakes up may pass React's own listener by: so the browser's own is asked.
    fields?.addEventListener("change", onChange);
    if (valueOf("province") !== chosen.province) go(valueOf("province"), "");
    return () => fields?.removeEventListener("change", onChange);
  }, [chosen.province, load]);
  const untouched = at.province === chosen.province && at.city === chosen.city;
  return (
    <fieldset ref={frame} className="grid gap-4 sm:grid-cols-3">
      <legend className="sr-only">{t("checkout.address")}</legend>
      <SelectField
        name="province"
        label={t("checkout.province")}
        defaultValue={chosen.province}
        autoComplete="address-level1"
      >
        <Options areas={choices.provinces} />
      </SelectField>
      <SelectField
        key={`city-${at.province}`}
        name="city"
        label={t("checkout.city")}
        defaultValue={at.city}
        autoComplete="address-level2"
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
