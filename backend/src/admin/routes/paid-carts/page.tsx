/** Carts that are paid but can become no order: the operator gives the money back, once. */
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { ReceiptPercent } from "@medusajs/icons";
import { Badge, Button, Container, Heading, Input, Table, Text, toast } from "@medusajs/ui";
import { useState } from "react";

import type { Reply } from "../../../contract/routes";
import { ask, messageOf } from "../../lib/ask";
import { Read, Yuan } from "../../lib/shown";
import { useAnswer } from "../../lib/use-answer";

type PaidCart = Reply<"GET /admin/paid-carts">["carts"][number];

export default function PaidCartsPage() {
  const answer = useAnswer("GET /admin/paid-carts", { query: { limit: 100 } });
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>已付款未成单 Paid carts without an order</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          系统会自动重试成单；确实无法成单（如已售罄）时，在此原路退款，只退一次。The system keeps
          trying to complete them; give the money back only when it cannot, such as when the goods
          are sold out.
        </Text>
      </div>
      <Read
        answer={answer}
        isEmpty={({ carts }) => carts.length === 0}
        empty="没有未成单的付款 Every payment has its order"
      >
        {({ carts }) => <Carts carts={carts} onGiven={answer.reload} />}
      </Read>
    </Container>
  );
}

function Carts({ carts, onGiven }: { carts: PaidCart[]; onGiven: () => void }) {
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>付款时间 Paid</Table.HeaderCell>
            <Table.HeaderCell>买家 Buyer</Table.HeaderCell>
            <Table.HeaderCell>商品 Goods</Table.HeaderCell>
            <Table.HeaderCell className="text-right">已付 Paid (¥)</Table.HeaderCell>
            <Table.HeaderCell>退款 Refund</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {carts.map((cart) => (
            <CartRow key={cart.cart_id} cart={cart} onGiven={onGiven} />
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function CartRow({ cart, onGiven }: { cart: PaidCart; onGiven: () => void }) {
  const goods = cart.lines.map((line) => `${line.title} × ${line.quantity.toString()}`).join("，");
  return (
    <Table.Row>
      <Table.Cell>{new Date(cart.paid_at).toLocaleString("zh-CN")}</Table.Cell>
      <Table.Cell>{cart.email}</Table.Cell>
      <Table.Cell>{goods}</Table.Cell>
      <Table.Cell className="text-right">
        <Yuan fen={cart.paid_fen} />
      </Table.Cell>
      <Table.Cell>
        {cart.refunded_fen >= cart.paid_fen ? (
          <span className="flex items-center gap-2">
            <Badge color="green">已退 Given back</Badge>
            {cart.refunded_because}
          </span>
        ) : (
          <GiveBack cart={cart} onGiven={onGiven} />
        )}
      </Table.Cell>
    </Table.Row>
  );
}

function GiveBack({ cart, onGiven }: { cart: PaidCart; onGiven: () => void }) {
  const [because, setBecause] = useState("");
  const [busy, setBusy] = useState(false);
  return (
    <form
      className="flex gap-2 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        setBusy(true);
        ask("POST /admin/paid-carts/:id/refund", {
          params: { id: cart.cart_id },
          body: { because: because.trim() },
        })
          .then(onGiven, (error: unknown) => toast.error(messageOf(error)))
          .finally(() => {
            setBusy(false);
          });
      }}
    >
      <Input
        size="small"
        aria-label="退款原因 Why the money goes back"
        placeholder="原因 Reason"
        value={because}
        onChange={(event) => {
          setBecause(event.target.value);
        }}
      />
      <Button
        size="small"
        type="submit"
        variant="danger"
        isLoading={busy}
        disabled={!because.trim()}
      >
        退款 Give back
      </Button>
    </form>
  );
}

export const config = defineRouteConfig({ label: "未成单付款 Paid carts", icon: ReceiptPercent });
