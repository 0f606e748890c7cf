import type { Complaint } from "@yigou/backend/contract";
import type { ReactNode } from "react";
import { Form } from "react-router";

import { afterSaleWords } from "../../i18n/after-sale-words";
import { useLang } from "../../i18n/use-words";
import { minuteText } from "../../lib/day";
import { Button } from "../../ui/button";
import { Money } from "../../ui/money";
import { Notice, Tag } from "../../ui/notice";
import { TextArea } from "./text-area";

const good = new Set<Complaint["state"]>(["agreed", "refunded"]);
const waiting = new Set<Complaint["state"]>(["open", "offered", "rejected", "escalated"]);

/** One complaint: where it stands, what comes next and until when, and everything that happened. */
export function ComplaintCard({ complaint }: { complaint: Complaint }) {
  const lang = useLang();
  const w = afterSaleWords[lang];
  const { id, title, quantity, state, reason, text, photos, order_id } = complaint;
  const tone = good.has(state) ? "good" : waiting.has(state) ? "warn" : "plain";
  return (
    <section className="box p-4 sm:p-5" aria-labelledby={id} data-complaint={state}>
      <h2 className="flex flex-wrap items-center gap-2 text-lg">
        <span id={id}>{w.complaint_title}</span>
        <span className="ml-auto font-sans text-sm font-normal">
          <Tag tone={tone}>{w.states[state]}</Tag>
        </span>
      </h2>
      <p className="mt-1 text-ink-2">
        {w.complaint_of(title, quantity)} · {w.reasons[reason]}
      </p>
      <p className="mt-2 break-words whitespace-pre-line">{text}</p>
      {photos.length > 0 ? (
        <ul className="mt-2.5 flex flex-wrap gap-2">
          {photos.map((photo, at) => (
            <li key={photo.id}>
              <a href={`/orders/${order_id}/photos/${photo.id}`} className="block">
                <img
                  src={`/orders/${order_id}/photos/${photo.id}`}
                  alt={w.photo(at + 1)}
                  width={88}
                  height={88}
                  className="size-22 rounded-small border border-rule bg-sunk object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <Sums complaint={complaint} />
      <Next complaint={complaint} />
      <Steps complaint={complaint} />
    </section>
  );
}

function Sums({ complaint }: { complaint: Complaint }) {
  const w = afterSaleWords[useLang()];
  const sums = [
    { label: w.wished, fen: complaint.wish_fen },
    { label: w.offered, fen: complaint.offer_fen },
    { label: w.given, fen: complaint.refund_fen },
  ];
  return (
    <dl className="mt-3 grid gap-1">
      {sums.map(({ label, fen }) =>
        fen === null ? null : (
          <div key={label} className="flex justify-between">
            <dt className="text-ink-2">{label}</dt>
            <dd>
              <Money fen={fen} className="font-semibold" />
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** What comes next, and what the buyer can do about it. */
function Next({ complaint }: { complaint: Complaint }) {
  const lang = useLang();
  const w = afterSaleWords[lang];
  const { state, due_at, may_escalate } = complaint;
  const sentences: Partial<Record<Complaint["state"], (until: string) => string>> = w.next;
  const sentence = sentences[state]?.(minuteText(due_at ?? "", lang));
  return (
    <>
      {sentence ? (
        <Notice tone="plain" className="mt-3">
          {sentence}
        </Notice>
      ) : null}
      {state === "offered" ? (
        <Step complaint={complaint} verb="accept_offer">
          <Button>{w.accept_offer}</Button>
        </Step>
      ) : null}
      {may_escalate ? (
        <Step complaint={complaint} verb="escalate">
          <TextArea name={`text_${complaint.id}`} label={w.escalate_text} isRequired={false} />
          <Button kind="ink">{w.escalate}</Button>
        </Step>
      ) : null}
      {waiting.has(state) ? (
        <Step complaint={complaint} verb="withdraw">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-ink-2">
            <button className="tap underline underline-offset-4">{w.withdraw}</button>
            {w.withdraw_sure}
          </p>
        </Step>
      ) : null}
    </>
  );
}

function Step({
  complaint,
  verb,
  children,
}: {
  complaint: Complaint;
  verb: string;
  children: ReactNode;
}) {
  return (
    <Form method="post" className="no-print mt-3 grid gap-2.5">
      <input type="hidden" name="intent" value="complaint" />
      <input type="hidden" name="complaint" value={complaint.id} />
      <input type="hidden" name="verb" value={verb} />
      {children}
    </Form>
  );
}

function Steps({ complaint }: { complaint: Complaint }) {
  const lang = useLang();
  const w = afterSaleWords[lang];
  return (
    <details className="mt-3">
      <summary className="tap !justify-start cursor-pointer text-sm text-ink-2 underline underline-offset-4">
        {w.steps}
      </summary>
      <ol className="mt-1">
        {complaint.history.map(({ at, party, state, amount_fen, text }) => (
          <li key={`${at}-${state}`} className="border-b border-rule py-2 text-sm last:border-0">
            <span className="flex gap-3">
              <span>
                {w.parties[party]} · {w.states[state]}
              </span>
              {amount_fen === null ? null : <Money fen={amount_fen} className="ml-auto" />}
            </span>
            <small className="block text-ink-2 tabular-nums">{minuteText(at, lang)}</small>
            {text ? <p className="mt-0.5 break-words text-ink-2">{text}</p> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
