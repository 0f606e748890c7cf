/** Chargebacks: what buyers' banks take back, until when to answer, and what was booked. */
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { CreditCard } from "@medusajs/icons";
import { Badge, Container, Heading, Table, Text } from "@medusajs/ui";
import { useState } from "react";

import type { Chargeback } from "../../../contract/chargeback";
import { CARD, CELL } from "../../lib/cards";
import { LINK } from "../../lib/link";
import { Pages, Read, Yuan, yuan } from "../../lib/shown";
import { TwoWays, type Way } from "../../lib/two-ways";
import { useAnswer } from "../../lib/use-answer";
import { ToDo } from "./to-do";
import { reasonOf, states } from "./words";

const PAGE = 20;
const STRIPE = "https://dashboard.stripe.com/payments/";

export default function ChargebacksPage() {
  const [open, setOpen] = useState<Way>("1");
  const [offset, setOffset] = useState(0);
  const answer = useAnswer("GET /admin/chargebacks", { query: { open, limit: PAGE, offset } });
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>银行拒付 Chargebacks</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          买家的银行要收回货款时，请在期限前到 Stripe
          提交证据。败诉的金额由平台损失池承担，农户的入账不受影响；支付机构的手续费是平台的成本，不进农户的账。Answer
          with evidence at Stripe before the deadline. What is lost is borne by the loss pool; no
          household loses anything. The house's fee is the platform's cost and in no household's
          books.
        </Text>
        <TwoWays
          chosen={open}
          waiting="未结 Open"
          onChoose={(way) => {
            setOpen(way);
            setOffset(0);
          }}
        />
      </div>
      <Read
        answer={answer}
        isEmpty={({ chargebacks }) => chargebacks.length === 0}
        empty={open === "1" ? "没有未结的拒付 Nothing is open" : "还没有拒付 No chargebacks yet"}
      >
        {({ chargebacks, count }) => (
          <>
            <List chargebacks={chargebacks} onDone={answer.reload} />
            <Pages offset={offset} limit={PAGE} count={count} onTurn={setOffset} />
          </>
        )}
      </Read>
    </Container>
  );
}

const HEADINGS = ["举证期限 Evidence due", "订单 Order", "理由 Reason", "状态 State"] as const;

interface Listed {
  chargebacks: readonly Chargeback[];
  onDone: () => void;
}

function List({ chargebacks, onDone }: Listed) {
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header className="max-md:hidden">
          <Table.Row>
            {HEADINGS.map((heading) => (
              <Table.HeaderCell key={heading} className="whitespace-nowrap">
                {heading}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell className="whitespace-nowrap text-right">
              金额 Amount (¥)
            </Table.HeaderCell>
            <Table.HeaderCell className="whitespace-nowrap">入账 Booked</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {chargebacks.map((chargeback) => (
            <Row key={chargeback.id} chargeback={chargeback} onDone={onDone} />
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function Row({ chargeback, onDone }: { chargeback: Chargeback; onDone: () => void }) {
  const { order, state, is_inquiry, intent_id, reason, amount_fen, currency, fee } = chargeback;
  const [name, colour] = states[state];
  return (
    <Table.Row className={CARD}>
      <Table.Cell className={`${CELL} whitespace-nowrap`}>
        <Due chargeback={chargeback} />
      </Table.Cell>
      <Table.Cell className={CELL}>
        {order ? (
          <Away href={`/app/orders/${order.id}`}>{`#${order.display_id.toString()}`}</Away>
        ) : (
          "—"
        )}
      </Table.Cell>
      <Table.Cell className={`${CELL} min-w-48`}>{reasonOf(reason)}</Table.Cell>
      <Table.Cell className={`${CELL} min-w-48`}>
        <Badge color={colour}>{name}</Badge>
        {is_inquiry ? <Text size="small">仅询问，未扣款 Inquiry, nothing taken</Text> : null}
        {state === "to_answer" ? (
          <Text size="small">
            <Away href={`${STRIPE}${encodeURIComponent(intent_id)}`}>到 Stripe 举证 Answer</Away>
          </Text>
        ) : null}
      </Table.Cell>
      <Table.Cell className={`${CELL} md:text-right`}>
        <span className="md:hidden">¥</span>
        <Yuan fen={amount_fen} />
        {currency === "cny" ? null : ` ${currency.toUpperCase()}`}
        {fee ? (
          <Text size="small" className="text-ui-fg-subtle">
            {`手续费 Fee ${yuan(fee.amount)} ${fee.currency.toUpperCase()}`}
          </Text>
        ) : null}
      </Table.Cell>
      <Table.Cell className={`${CELL} min-w-56`}>
        <Booked chargeback={chargeback} />
        <ToDo chargeback={chargeback} onDone={onDone} />
      </Table.Cell>
    </Table.Row>
  );
}

function Due({ chargeback: { due_at, closed_at } }: { chargeback: Chargeback }) {
  if (closed_at !== null) return <>已结 Ended {new Date(closed_at).toLocaleDateString("zh-CN")}</>;
  return <>{due_at ? new Date(due_at).toLocaleString("zh-CN") : "—"}</>;
}

/** What went back, who bore it, and the way to the entry. */
function Booked({ chargeback: { booked, order } }: { chargeback: Chargeback }) {
  if (booked === null) return <>—</>;
  return (
    <>
      <Text size="small">
        已退 Went back <Yuan fen={booked.amount_fen} />
        ，损失池承担 loss pool <Yuan fen={booked.loss_pool_fen} />
      </Text>
      {order && booked.seq !== null ? (
        <Text size="small">
          <Away href={`/app/statements?subject=order&id=${encodeURIComponent(order.id)}`}>
            {`账目 Entry ${booked.seq.toString()}`}
          </Away>
        </Text>
      ) : null}
    </>
  );
}

function Away({ href, children }: { href: string; children: string }) {
  return (
    <a className={LINK} href={href}>
      {children}
    </a>
  );
}

export const config = defineRouteConfig({ label: "拒付 Chargebacks", icon: CreditCard });
