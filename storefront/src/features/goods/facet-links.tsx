import { Link } from "react-router";

import { useWords } from "../../i18n/use-words";

/** One value of a facet: where it leads, how many goods wait there. */
export interface FacetLink {
  key: string;
  label: string;
  count: number;
  /** The list with this value; without it when it is chosen. */
  to: string;
  chosen: boolean;
}

/** So many are shown at once; the others unfold. */
const FIRST = 8;

/** The values of a facet as links with their counts: they work without JavaScript. */
export function FacetLinks({ title, links }: { title: string; links: readonly FacetLink[] }) {
  const t = useWords();
  if (links.length === 0) return null;
  const first = links.filter(({ chosen }, at) => chosen || at < FIRST);
  const rest = links.filter((link) => !first.includes(link));
  return (
    <nav aria-label={title}>
      <h2 className="mb-1 font-sans text-sm font-semibold tracking-normal">{title}</h2>
      <Values links={first} />
      {rest.length > 0 ? (
        <details>
          <summary className="tap !justify-start px-1 text-sm text-ink-2">
            {t("goods.more", { count: rest.length })}
          </summary>
          <Values links={rest} />
        </details>
      ) : null}
    </nav>
  );
}

function Values({ links }: { links: readonly FacetLink[] }) {
  return (
    <ul className="grid">
      {links.map(({ key, label, count, to, chosen }) => (
        <li key={key}>
          <Link
            to={to}
            aria-current={chosen || undefined}
            className="tap w-full !justify-between gap-2 rounded-small px-2 text-sm hover:bg-sunk aria-[current=true]:bg-tea-wash aria-[current=true]:font-semibold aria-[current=true]:text-tea-ink"
          >
            <span>{label}</span>
            <span className="text-ink-2 tabular-nums">{count}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
