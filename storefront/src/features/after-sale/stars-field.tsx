import { afterSaleWords } from "../../i18n/after-sale-words";
import { useLang } from "../../i18n/use-words";
import { Stars } from "../../ui/stars";

/** One to five stars as a choice; the words say what each means. */
export function StarsField({ chosen }: { chosen: number }) {
  const w = afterSaleWords[useLang()];
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{w.stars}</legend>
      <div className="grid gap-1 sm:flex sm:flex-wrap sm:gap-x-5">
        {w.star_words
          .map((word, at) => (
            <label key={word} className="tap !justify-start gap-2.5">
              <input
                type="radio"
                name="stars"
                value={at + 1}
                required
                defaultChecked={chosen === at + 1}
                className="size-5"
              />
              <Stars of={at + 1} label={w.stars_label(at + 1)} />
              <span className="text-sm text-ink-2">{word}</span>
            </label>
          ))
          .reverse()}
      </div>
    </fieldset>
  );
}
