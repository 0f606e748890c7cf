import { useWords } from "../../i18n/use-words";
import type { ShownCard } from "../../lib/card";
import { CardName } from "../../ui/card-name";

const choice =
  "flex min-h-11 cursor-pointer items-start gap-3 px-4 py-3 first:rounded-t-small last:rounded-b-small has-checked:bg-sunk";

/** Which saved card pays, or that another one will be typed in. */
export function SavedCards({
  cards,
  chosen,
}: {
  cards: readonly ShownCard[];
  chosen: string | null;
}) {
  const t = useWords();
  const first = chosen === "" ? "" : (cards.find(({ id }) => id === chosen) ?? cards[0])?.id;
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{t("card.choose")}</legend>
      <div className="divide-y divide-rule rounded-small border border-edge">
        {cards.map((card) => (
          <label key={card.id} className={choice}>
            <input
              type="radio"
              name="saved_card"
              value={card.id}
              defaultChecked={card.id === first}
              className="mt-1 size-4.5 accent-persimmon"
            />
            <CardName card={card} />
          </label>
        ))}
        <label className={choice}>
          <input
            id="another-card"
            type="radio"
            name="saved_card"
            value=""
            defaultChecked={first === ""}
            className="mt-1 size-4.5 accent-persimmon"
          />
          <span className="font-medium">{t("card.another")}</span>
        </label>
      </div>
      <noscript>
        <p className="mt-2 text-sm text-ink-2">{t("card.no_script")}</p>
      </noscript>
    </fieldset>
  );
}

/** Whether the card is saved: by the buyer's own choice, never of itself. */
export function SaveCard({ chosen }: { chosen: boolean }) {
  const t = useWords();
  return (
    <div>
      <label className="tap cursor-pointer items-start gap-3">
        <input
          type="checkbox"
          name="save_card"
          value="yes"
          defaultChecked={chosen}
          aria-describedby="save_card-hint"
          className="mt-1 size-4.5 flex-none accent-persimmon"
        />
        {t("card.save")}
      </label>
      <p id="save_card-hint" className="-mt-1.5 pl-7.5 text-sm text-ink-2">
        {t("card.save_hint")}
      </p>
    </div>
  );
}
