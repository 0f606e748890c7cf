/** The state of a credit, of an order, of a cooperative: one word, one colour each. */
import type { Reply } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { Tag } from "./tag";
import type { Tone } from "./tag";

type CreditState = Reply<"GET /official/households/:id/income">["credits"][number]["state"];
type OrderState = Reply<"GET /cooperative/orders/:id">["order"]["state"];
type CooperativeStatus = Reply<"GET /cooperative/me">["cooperative"]["status"];

const CREDIT: Record<CreditState, Tone> = {
  expected: "plain",
  earned: "wait",
  settled: "info",
  paid: "act",
  confirmed: "done",
};

/** How far the money of a credit has come; taken back altogether, it goes nowhere any more. */
export function StateTag({ state, isReversed }: { state: CreditState; isReversed: boolean }) {
  const { t } = useTranslation();
  if (isReversed) return <Tag>{t("state.reversed")}</Tag>;
  return <Tag tone={CREDIT[state]}>{t(`state.${state}`)}</Tag>;
}

const ORDER: Record<OrderState, Tone> = {
  awaiting_payment: "plain",
  awaiting_transfer: "wait",
  to_ship: "act",
  shipped: "info",
  delivered: "done",
  canceled: "plain",
};

/** What an order waits for. */
export function OrderTag({ state }: { state: OrderState }) {
  const { t } = useTranslation();
  return <Tag tone={ORDER[state]}>{t(`order.${state}`)}</Tag>;
}

const COOPERATIVE: Record<CooperativeStatus, Tone> = {
  applied: "wait",
  approved: "done",
  refused: "plain",
  suspended: "act",
};

/** Whether a cooperative may sell. */
export function CooperativeTag({ status }: { status: CooperativeStatus }) {
  const { t } = useTranslation();
  return <Tag tone={COOPERATIVE[status]}>{t(`cooperative.${status}`)}</Tag>;
}
