import type { Good } from "@yigou/backend/contract";

import { useLang, useWords } from "../i18n/use-words";
import { dayText } from "../lib/day";

type Updates = NonNullable<Good["adoption"]>["updates"];

/** News with pictures, the newest first. */
export function News({ updates }: { updates: Updates }) {
  const t = useWords();
  const lang = useLang();
  if (updates.length === 0)
    return <p className="mt-1 text-sm text-ink-2">{t("adoption.news_none")}</p>;
  return (
    <ol className="mt-2 grid gap-3">
      {updates.map(({ at, text, picture }) => (
        <li key={at} className="border-l-2 border-tea pl-3">
          <time dateTime={at} className="text-[0.8125rem] text-ink-2">
            {dayText(at, lang)}
          </time>
          <p className="whitespace-pre-line">{text}</p>
          {picture ? (
            <img
              src={picture}
              alt={text.slice(0, 60)}
              loading="lazy"
              width={640}
              height={480}
              className="mt-2 w-full max-w-md rounded-small"
            />
          ) : null}
        </li>
      ))}
    </ol>
  );
}
