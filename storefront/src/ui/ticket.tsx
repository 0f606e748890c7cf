/** The receipt ticket: paper, perforation, stamp, five steps. */
import type { CreditState } from "@yigou/backend/contract";
import type { ReactNode } from "react";

import { useWords } from "../i18n/use-words";

/** The ticket's paper. */
export function Ticket({ children }: { children: ReactNode }) {
  return <section className="box relative p-[1.125rem] shadow-[var(--shadow)]">{children}</section>;
}

/** Where the ticket is torn. */
export function Perforation() {
  return <div aria-hidden className="perforation" />;
}

/** The stamp says where the money stands. */
export function Stamp({ children, muted = false }: { children: ReactNode; muted?: boolean }) {
  const ink = muted ? "border-ink-3 text-ink-3" : "border-persimmon-ink text-persimmon-ink";
  return (
    <p
      className={`absolute top-5 right-4 rotate-[-7deg] rounded-lg border-[2.5px] px-2.5 py-0.5 font-serif text-lg font-bold ${ink}`}
    >
      {children}
    </p>
  );
}

/** The states of a credit in their order. */
const order = [
  "expected",
  "earned",
  "settled",
  "paid",
  "confirmed",
] as const satisfies readonly CreditState[];

/** Five steps from the payment to the household's own yes. */
export function CreditSteps({ reached }: { reached: CreditState | null }) {
  const t = useWords();
  const at = reached === null ? -1 : order.indexOf(reached);
  return (
    <ol aria-label={t("order.steps")} className="mt-5 flex">
      {order.map((state, step) => {
        const done = step <= at;
        return (
          <li
            key={state}
            aria-current={step === at ? "step" : undefined}
            className={`relative flex-1 pt-5 text-center text-[0.8125rem] ${done ? "font-medium" : "text-ink-3"}`}
          >
            <span
              aria-hidden
              className={`absolute top-[7px] right-1/2 left-[-50%] h-0.5 ${step === 0 ? "hidden" : ""} ${done ? "bg-persimmon" : "bg-rule"}`}
            />
            <span
              aria-hidden
              className={`absolute top-[3px] left-1/2 z-1 -ml-[5px] size-2.5 rounded-full ${done ? "bg-persimmon" : "bg-stone"}`}
            />
            {t(`order.state_${state}`)}
          </li>
        );
      })}
    </ol>
  );
}

/** The least advanced of some states: a ticket is only as far as its last household. */
export function leastOf(states: readonly CreditState[]): CreditState | null {
  return order.find((state) => states.includes(state)) ?? null;
}
