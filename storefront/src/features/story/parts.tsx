/** The parts that story pages share. */
import type { GoodCard } from "@yigou/backend/contract";
import type { ReactNode } from "react";
import { Link } from "react-router";

import { storyWords, type StoryWords } from "../../i18n/story-words";
import { useLang } from "../../i18n/use-words";
import { GoodGrid } from "../../ui/good-card";

/** The words of the page's language. */
export function useStoryWords(): StoryWords {
  return storyWords[useLang()];
}

/** What the page is about: a small word, the name, the place, the text. */
export function StoryHead({
  lead,
  name,
  place,
  story,
  children,
}: {
  lead: string;
  name: string;
  place: ReactNode;
  story?: { zh: string; en: string } | null;
  children?: ReactNode;
}) {
  const english = useLang() === "en";
  const own = (english && story?.en) || null;
  const text = own ?? story?.zh;
  return (
    <header className="border-b border-rule pb-6">
      <p className="text-sm font-semibold text-persimmon-ink">{lead}</p>
      <h1 className="mt-1 text-[1.75rem] sm:text-4xl">{name}</h1>
      <p className="mt-1.5 text-ink-2">{place}</p>
      {text ? (
        <p
          lang={english && own === null ? "zh-CN" : undefined}
          className="mt-4 max-w-prose font-serif text-lg leading-relaxed whitespace-pre-line"
        >
          {text}
        </p>
      ) : null}
      {children}
    </header>
  );
}

/** A part with a heading. */
export function Part({
  title,
  note,
  children,
}: {
  title: string;
  note?: string;
  children: ReactNode;
}) {
  return (
    <section className="mt-9">
      <h2 className="text-xl">{title}</h2>
      {note ? <p className="mt-1 text-sm text-ink-2">{note}</p> : null}
      <div className="mt-3">{children}</div>
    </section>
  );
}

/** Names that lead to their pages. */
export function Names({
  links,
}: {
  links: readonly { name: string; to: string; note?: string | undefined }[];
}) {
  return (
    <ul className="flex flex-wrap gap-2.5">
      {links.map(({ name, to, note }) => (
        <li key={to}>
          <Link to={to} prefetch="intent" className="box tap px-4 py-1.5 hover:bg-sunk">
            <span>
              <b className="font-semibold">{name}</b>
              {note ? <small className="block text-ink-2">{note}</small> : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Goods for sale. */
export function Goods({ goods, none }: { goods: readonly GoodCard[]; none?: string }) {
  const w = useStoryWords();
  if (goods.length === 0) return <p className="text-ink-2">{none ?? w.goods_none}</p>;
  return <GoodGrid goods={goods} />;
}
