/** Where a settlement and its lines stand: one word, one colour each. */
import type { Reply } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { Tag } from "./tag";
import type { Tone } from "./tag";

type Status = Reply<"GET /cooperative/settlements">["settlements"][number]["status"];
type LineState = Reply<"GET /cooperative/settlements/:id/lines">["lines"][number]["state"];

const STATUS: Record<Status, Tone> = {
  draft: "plain",
  submitted: "act",
  approved: "info",
  exported: "wait",
  closed: "done",
  canceled: "plain",
};

/** Where a settlement stands. */
export function SettlementTag({ status }: { status: Status }) {
  const { t } = useTranslation();
  return <Tag tone={STATUS[status]}>{t(`settlement.${status}`)}</Tag>;
}

const LINE: Record<LineState, Tone> = {
  left_out: "plain",
  pending: "wait",
  booking: "info",
  paid: "done",
  failed: "act",
  returning: "info",
  returned: "act",
  canceled: "plain",
};

/** Where a line stands. */
export function LineTag({ state }: { state: LineState }) {
  const { t } = useTranslation();
  const word = state === "canceled" ? "lineCanceled" : state;
  return <Tag tone={LINE[state]}>{t(`settlement.${word}`)}</Tag>;
}
