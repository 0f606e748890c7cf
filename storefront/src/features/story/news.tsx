/** News of a village or household, and the button that follows it. */
import type { News } from "@yigou/backend/contract";

import { followWords } from "../../i18n/follow-words";
import { useLang } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import { buttonClass } from "../../ui/button";
import { Tag } from "../../ui/notice";
import { Part } from "./parts";

/** The newest first. */
export function NewsList({ news }: { news: readonly News[] }) {
  const lang = useLang();
  const w = followWords[lang];
  return (
    <ol className="grid gap-2.5">
      {news.map(({ id, topic, zh, en, published_on }) => (
        <li key={id} className="box px-4 py-3">
          <p className="flex items-baseline gap-2 text-sm text-ink-2">
            <Tag tone="good">{w.topic[topic]}</Tag>
            <time dateTime={published_on}>{dayText(published_on, lang)}</time>
          </p>
          <p
            lang={lang === "en" && !en ? "zh-CN" : undefined}
            className="mt-1.5 whitespace-pre-line"
          >
            {(lang === "en" && en) || zh}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** News with the way to follow them; a plain form, so that it works without a script. */
export function Following({
  kind,
  handle,
  news,
}: {
  kind: "village" | "household";
  handle: string;
  news: readonly News[] | null;
}) {
  const w = followWords[useLang()];
  if (news === null) return null;
  return (
    <Part title={w.news}>
      {news.length === 0 ? <p className="text-ink-2">{w.none}</p> : <NewsList news={news} />}
      <form
        method="post"
        action="/account/following"
        className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2"
      >
        <input type="hidden" name="intent" value="follow" />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="handle" value={handle} />
        <button type="submit" className={buttonClass("ink")}>
          {w.follow}
        </button>
        <label className="tap !justify-start gap-2.5">
          <input type="checkbox" name="by_mail" value="1" defaultChecked className="size-5" />
          {w.by_mail}
        </label>
      </form>
    </Part>
  );
}
