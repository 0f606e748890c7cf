import type { Reply } from "@yigou/backend/contract";
import type { ReactNode } from "react";
import { Link } from "react-router";

import { useWords } from "../../i18n/use-words";
import { categoryName } from "../../lib/category";
import { drawingOf } from "../../ui/drawings/index";
import { NextIcon } from "../../ui/icons";
import { ShareBar, ShareLegend } from "../../ui/share-bar";

type Facets = Reply<"GET /store/goods">["facets"];
type Card = Reply<"GET /store/goods">["goods"][number];

/** A part of the home page with its heading and a way to more. */
export function Section({
  title,
  text,
  to,
  more,
  children,
}: {
  title: string;
  text?: string;
  to?: string;
  more?: string;
  children: ReactNode;
}) {
  return (
    <section className="mt-10 sm:mt-14">
      <div className="mb-4 flex items-end gap-3">
        <div>
          <h2 className="text-[1.35rem] sm:text-2xl">{title}</h2>
          {text ? <p className="text-sm text-ink-2">{text}</p> : null}
        </div>
        {to && more ? (
          <Link
            to={to}
            prefetch="intent"
            className="tap -my-2 ml-auto gap-1 whitespace-nowrap text-ink-2 hover:text-ink"
          >
            {more}
            <NextIcon />
          </Link>
        ) : null}
      </div>
      {children}
    </section>
  );
}

/** Kinds of goods as chips with their drawing. */
export function Categories({ facets }: { facets: Facets["category"] }) {
  const t = useWords();
  return (
    <ul className="-mx-4 flex snap-x scroll-px-4 [scrollbar-width:none] gap-2.5 overflow-x-auto px-4 pb-1 sm:mx-0 sm:flex-wrap sm:px-0">
      <li className="flex-none snap-start">
        <Link
          to="/clearance"
          prefetch="intent"
          className="box flex min-h-14 items-center border-persimmon-ink px-4 py-1.5 leading-tight text-persimmon-ink"
        >
          <span>
            {t("clearance.title")}
            <small className="block text-ink-3">{t("clearance.home_text")}</small>
          </span>
        </Link>
      </li>
      {facets.map(({ key, label, count }) => {
        const { Drawing, ground } = drawingOf(key);
        return (
          <li key={key} className="flex-none snap-start">
            <Link
              to={`/goods?category=${encodeURIComponent(key)}`}
              prefetch="intent"
              className="box flex min-h-14 items-center gap-2.5 py-1.5 pr-4 pl-1.5 hover:border-edge"
            >
              <span className={`grid size-11 place-items-center rounded-lg ${ground}`}>
                <Drawing className="size-9" />
              </span>
              <span className="leading-tight">
                {categoryName(t, key, label)}
                <small className="block text-ink-3 tabular-nums">
                  {t("home.goods_count", { count })}
                </small>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** How an order reaches a household, with one real price beside it. */
export function HowItWorks({ example }: { example: Card | undefined }) {
  const t = useWords();
  const steps = ["how_1", "how_2", "how_3", "how_4"] as const;
  return (
    <div className="box grid gap-8 p-5 sm:p-8 md:grid-cols-[1.25fr_1fr] md:items-center">
      <ol className="grid gap-5">
        {steps.map((step, at) => (
          <li key={step} className="flex gap-4">
            <span
              aria-hidden
              className="grid size-9 flex-none place-items-center rounded-full bg-persimmon-wash font-serif font-bold text-persimmon-ink tabular-nums"
            >
              {at + 1}
            </span>
            <div>
              <h3 className="font-sans font-semibold">{t(`home.${step}`)}</h3>
              <p className="text-[0.9375rem] text-ink-2">{t(`home.${step}_text`)}</p>
            </div>
          </li>
        ))}
      </ol>
      {example ? (
        <figure className="rounded-card bg-sunk p-5">
          <figcaption className="mb-3 text-sm text-ink-2">
            {example.title} · {t("share.title")}
          </figcaption>
          <ShareBar parts={example.breakdown} />
          <ShareLegend parts={example.breakdown} cooperative={example.cooperative} />
        </figure>
      ) : null}
    </div>
  );
}

/** The counties that the goods come from. */
export function Places({ facets }: { facets: Facets["county"] }) {
  const t = useWords();
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {facets.map(({ key, label, count }) => (
        <li key={key}>
          <Link
            to={`/goods?county=${key}`}
            prefetch="intent"
            className="box block px-4 py-3.5 hover:border-edge"
          >
            <span className="block font-serif text-lg font-semibold">{label}</span>
            <small className="text-ink-2 tabular-nums">{t("home.goods_count", { count })}</small>
          </Link>
        </li>
      ))}
    </ul>
  );
}
