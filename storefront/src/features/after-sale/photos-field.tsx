import { afterSaleWords } from "../../i18n/after-sale-words";
import { useLang } from "../../i18n/use-words";

/** Photos from the phone; no script is needed. */
export function PhotosField({ isMany }: { isMany: boolean }) {
  const w = afterSaleWords[useLang()];
  return (
    <div>
      <label htmlFor="photos" className="mb-1 block text-sm font-medium">
        {w.photos}
      </label>
      <input
        type="file"
        id="photos"
        name="photos"
        accept="image/jpeg,image/png,image/webp"
        multiple
        className="control file:mr-3 file:rounded-full file:border-0 file:bg-sunk file:px-4 file:py-1.5 file:text-ink"
        aria-invalid={isMany ? true : undefined}
        aria-describedby={isMany ? "photos-hint photos-error" : "photos-hint"}
      />
      <p id="photos-hint" className="mt-1 text-[0.8125rem] text-ink-3">
        {w.photos_hint}
      </p>
      {isMany ? (
        <p id="photos-error" className="mt-1 text-[0.8125rem] font-medium text-persimmon-ink">
          {w.photos_many}
        </p>
      ) : null}
    </div>
  );
}
