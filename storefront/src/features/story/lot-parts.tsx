/** The parts of a lot's page. */
import type { Lot } from "@yigou/backend/contract";
import { Link } from "react-router";

import { useLang } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import { Notice, Tag } from "../../ui/notice";
import { Part, useStoryWords } from "./parts";

const link = "underline decoration-rule decoration-2 underline-offset-4 hover:decoration-ink";

/** Whether the origin is in doubt; stands above everything else. */
export function Dispute({ dispute }: { dispute: Lot["dispute"] }) {
  const w = useStoryWords();
  const lang = useLang();
  if (!dispute) return null;
  const { outcome, opened_on, resolved_on } = dispute;
  const ended = dayText(resolved_on ?? opened_on, lang);
  if (outcome === "origin_confirmed")
    return <Notice tone="good" title={w.dispute_confirmed(ended)} />;
  return outcome === null ? (
    <Notice tone="warn" title={w.dispute_open(dayText(opened_on, lang))}>
      <p>{w.dispute_open_text}</p>
    </Notice>
  ) : (
    <Notice tone="bad" title={w.dispute_false(ended)}>
      <p>{w.dispute_false_text}</p>
    </Notice>
  );
}

/** From the field to the table, in days. */
export function Steps({ lot }: { lot: Lot }) {
  const w = useStoryWords();
  const lang = useLang();
  const steps = [
    [w.step_harvest, dayText(lot.harvested_on, lang)],
    [w.step_listed, dayText(lot.listed_on, lang)],
    [w.step_shipped, lot.shipped_on ? dayText(lot.shipped_on, lang) : w.step_shipped_none],
  ] as const;
  return (
    <ol className="mt-5 grid gap-3 sm:grid-cols-3">
      {steps.map(([name, day], at) => (
        <li key={name} className="box flex items-center gap-3 px-4 py-3">
          <span
            aria-hidden
            className="grid size-8 flex-none place-items-center rounded-full bg-persimmon-wash font-serif font-bold text-persimmon-ink"
          >
            {at + 1}
          </span>
          <span>
            <b className="block font-semibold">{name}</b>
            <span className="text-sm text-ink-2">{day}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** How much came from which village. */
export function Deliveries({ lot }: { lot: Lot }) {
  const w = useStoryWords();
  return (
    <Part title={w.deliveries} note={w.deliveries_text}>
      <ul className="box divide-y divide-rule px-4">
        {lot.deliveries.map(({ township_name, village, weight_g }) => (
          <li key={township_name + (village?.name ?? "")} className="py-3">
            <p className="flex items-baseline gap-3">
              <span>
                {village === null ? (
                  w.other_villages(township_name)
                ) : village.handle ? (
                  <Link to={`/villages/${village.handle}`} className={link}>
                    {township_name} {village.name}
                  </Link>
                ) : (
                  `${township_name} ${village.name}`
                )}
              </span>
              <b className="ml-auto whitespace-nowrap tabular-nums">{w.jin(weight_g)}</b>
            </p>
            <span aria-hidden className="mt-1.5 block h-1.5 overflow-hidden rounded-full bg-rule">
              <span
                className="block h-full bg-persimmon"
                style={{ width: `${((weight_g / lot.weight_g) * 100).toFixed(1)}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

const tones = { valid: "good", expired: "bad", not_yet: "warn" } as const;

/** Certificates, and whether they hold today. */
export function LotCertificates({ lot }: { lot: Lot }) {
  const w = useStoryWords();
  const lang = useLang();
  return (
    <Part title={w.certificates}>
      {lot.certificates.length === 0 ? (
        <p className="text-ink-2">{w.certificates_none}</p>
      ) : (
        <ul className="grid gap-2.5">
          {lot.certificates.map(({ kind, number, issued_on, valid_to, state }) => (
            <li key={kind + number} className="box px-4 py-3">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <b className="font-semibold">{kind}</b>
                <Tag tone={tones[state]}>{w.certificate_state[state]}</Tag>
              </p>
              <p className="text-sm break-all text-ink-2 tabular-nums">{number}</p>
              <p className="text-sm text-ink-2">
                {valid_to
                  ? w.certificate_until(dayText(issued_on, lang), dayText(valid_to, lang))
                  : w.certificate_from(dayText(issued_on, lang))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** What laboratories found. */
export function Reports({ lot }: { lot: Lot }) {
  const w = useStoryWords();
  const lang = useLang();
  return (
    <Part title={w.reports}>
      {lot.reports.length === 0 ? (
        <p className="text-ink-2">{w.reports_none}</p>
      ) : (
        <ul className="grid gap-2.5">
          {lot.reports.map(({ title, laboratory, number, tested_on, passed }) => (
            <li key={number} className="box px-4 py-3">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <b className="font-semibold">{title}</b>
                <Tag tone={passed ? "good" : "bad"}>{passed ? w.passed : w.failed}</Tag>
              </p>
              <p className="text-sm text-ink-2">
                {laboratory} · {number} · {w.tested(dayText(tested_on, lang))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** Where a code can be typed in. */
export function CodeForm({ title }: { title: string }) {
  const w = useStoryWords();
  return (
    <form action="/lots" className="mt-8 grid max-w-md gap-2">
      <label htmlFor="code" className="font-semibold">
        {title}
      </label>
      <p id="code-hint" className="text-sm text-ink-2">
        {w.code_hint}
      </p>
      <span className="flex gap-2">
        <input
          id="code"
          name="code"
          required
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-hint"
          className="control font-mono tracking-wider uppercase"
        />
        <button
          type="submit"
          className="tap flex-none rounded-full bg-ink px-5 whitespace-nowrap font-semibold text-paper"
        >
          {w.code_find}
        </button>
      </span>
    </form>
  );
}
