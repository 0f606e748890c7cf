/** The share bar: the same four colours in the same order wherever money shows. */
import type { GoodCard, Party } from "@yigou/backend/contract";

import type { Words } from "../i18n";
import { useWords } from "../i18n/use-words";
import { Money, moneyText } from "./money";

type Part = GoodCard["breakdown"][number];

const fills: Record<Party, string> = {
  household: "bg-persimmon",
  cooperative: "bg-tea",
  packing_freight: "bg-straw",
  platform: "bg-stone",
};

function labelOf(part: Part, t: Words, cooperative?: string): string {
  if (part.party === "cooperative" && cooperative) {
    return t("party.cooperative_named", { name: cooperative });
  }
  return t(`party.${part.party}`);
}

/** The bar alone; it says its parts to those who cannot see it. */
export function ShareBar({ parts, thin = false }: { parts: readonly Part[]; thin?: boolean }) {
  const t = useWords();
  const total = parts.reduce((sum, part) => sum + part.amount_fen, 0);
  const words = parts.map((part) =>
    t("share.part", { label: labelOf(part, t), amount: moneyText(part.amount_fen) }),
  );
  return (
    <div
      role="img"
      aria-label={t("share.bar", { parts: words.join("，") })}
      className={`flex gap-px overflow-hidden rounded-full bg-rule ${thin ? "h-1.5" : "h-3"}`}
    >
      {parts
        .filter((part) => part.amount_fen > 0)
        .map((part) => (
          <span
            key={part.party}
            className={`block h-full ${fills[part.party]}`}
            style={{ width: `${(part.amount_fen / total) * 100}%` }}
          />
        ))}
    </div>
  );
}

/** The bar with its words and amounts; the amounts add up to the whole. */
export function ShareLegend({
  parts,
  cooperative,
  household,
}: {
  parts: readonly Part[];
  cooperative?: string;
  /** Says to whom the households' part goes, when it is known. */
  household?: string;
}) {
  const t = useWords();
  const total = parts.reduce((sum, part) => sum + part.amount_fen, 0);
  return (
    <dl className="mt-3.5 grid gap-1.5 text-[0.9rem]">
      {parts.map((part) => (
        <div
          key={part.party}
          className={`flex items-baseline gap-2.5 ${part.amount_fen === 0 ? "text-ink-3" : ""}`}
        >
          <dt className="flex min-w-0 items-baseline gap-2.5">
            <i
              aria-hidden
              className={`relative top-px size-[0.7rem] flex-none rounded-[3px] ${fills[part.party]}`}
            />
            <span>
              {part.party === "household" && household ? household : labelOf(part, t, cooperative)}
            </span>
          </dt>
          <dd className="ml-auto font-semibold">
            <Money fen={part.amount_fen} />
          </dd>
        </div>
      ))}
      <div className="mt-1 flex items-baseline border-t border-rule pt-2">
        <dt className="text-ink-2">{t("share.sum")}</dt>
        <dd className="ml-auto font-semibold">
          <Money fen={total} />
        </dd>
      </div>
    </dl>
  );
}

/** Adds the same parties of several breakdowns together. */
export function addParts(
  lines: readonly { breakdown: readonly Part[]; quantity: number }[],
): Part[] {
  const sums = new Map<Party, Part>();
  for (const { breakdown, quantity } of lines) {
    for (const part of breakdown) {
      const before = sums.get(part.party)?.amount_fen ?? 0;
      sums.set(part.party, { ...part, amount_fen: before + part.amount_fen * quantity });
    }
  }
  return [...sums.values()];
}
