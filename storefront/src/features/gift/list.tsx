import type { GiftListError } from "@yigou/backend/contract";

import { useLang, useWords } from "../../i18n/use-words";
import type { Refused } from "../../lib/refused";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";

const fields = ["name", "phone", "province", "city", "county", "street"] as const;
const MOST_SHOWN = 12;

/** The list of recipients: typed, or brought as a table. */
export function PeopleList({
  text,
  count,
  most,
  errors,
  refused,
}: {
  text: string;
  count: number;
  most: number;
  errors: readonly GiftListError[];
  refused: Refused | null;
}) {
  const t = useWords();
  return (
    <section className="box grid gap-4 p-4 sm:p-5">
      <h2 className="flex items-baseline gap-3 text-lg">
        {t("gift.people")}
        {count > 0 ? (
          <span role="status" className="ml-auto font-sans text-sm font-normal text-tea-ink">
            {t("gift.count", { count })}
          </span>
        ) : null}
      </h2>
      {refused ? <Notice tone="bad" title={t("gift.file_wrong")} /> : null}
      {errors.length > 0 ? <Wrong errors={errors} /> : null}
      <div>
        <label htmlFor="people" className="sr-only">
          {t("gift.people")}
        </label>
        <textarea
          key={text}
          id="people"
          name="people"
          rows={8}
          defaultValue={text}
          maxLength={40_000}
          aria-describedby="people-hint"
          aria-invalid={errors.length > 0 ? true : undefined}
          className="control h-auto py-2 leading-relaxed"
        />
        <p id="people-hint" className="mt-1 text-[0.8125rem] text-ink-3">
          {t("gift.people_hint", { most })}
        </p>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <label className="grid min-w-0 flex-1 basis-64 gap-1 text-sm font-medium">
          {t("gift.file")}
          {/* A list that was read stands in the field above: the file must not come before later changes. */}
          <input
            key={text}
            type="file"
            name="file"
            accept=".csv,.xlsx,text/csv"
            className="control font-normal file:mr-3 file:rounded-full file:border-0 file:bg-sunk file:px-4 file:py-1.5 file:text-ink"
          />
        </label>
        <Button kind="quiet" name="intent" value="list" formNoValidate>
          {t("gift.read")}
        </Button>
      </div>
    </section>
  );
}

function Wrong({ errors }: { errors: readonly GiftListError[] }) {
  const t = useWords();
  const english = useLang() === "en";
  return (
    <Notice tone="bad" title={t("gift.wrong")}>
      <ul className="mt-1 list-disc pl-5">
        {errors.slice(0, MOST_SHOWN).map(({ row, field, reason, reason_zh }) => {
          const known = fields.find((one) => one === field) ?? "name";
          return (
            <li key={`${row.toString()}${field}`}>
              {t("gift.wrong_row", {
                row,
                field: t(`gift.field_${known}`),
                reason: english ? reason : reason_zh,
              })}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
