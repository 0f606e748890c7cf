/** Carts that are paid but can become no order: the operator gives the money back, once. */
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { ReceiptPercent } from "@medusajs/icons";
import { Badge, Button, Container, Heading, Input, Table, Text, toast } from "@medusajs/ui";
import { useCallback, useEffect, useState } from "react";

import { formatFen } from "../../../contract/fen";
import { giveBack, readPaidCarts, type PaidCart } from "./paid-carts";

export default function PaidCartsPage() {
  const [carts, setCarts] = useState<PaidCart[] | null>(null);
  const reload = useCallback(() => {
    readPaidCarts().then(setCarts, (error: unknown) => toast.error(messageOf(error)));
  }, []);
  useEffect(reload, [reload]);
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
      {carts === null && <Text className="px-6 py-4">读取中 Loading…</Text>}
      {carts?.length === 0 && (
        <Text className="px-6 py-4">没有未成单的付款 Every payment has its order</Text>
      )}
      {carts && carts.length > 0 && <Carts carts={carts} onGiven={reload} />}
    </Container>
  );
}

function Carts({ carts, onGiven }: { carts: PaidCart[]; onGiven: () => void }) {
  return (
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
  );
}

function CartRow({ cart, onGiven }: { cart: PaidCart; onGiven: () => void }) {
  const goods = cart.lines.map((line) => `${line.title} × ${line.quantity.toString()}`).join("，");
  return (
    <Table.Row>
      <Table.Cell>{new Date(cart.paid_at).toLocaleString("zh-CN")}</Table.Cell>
      <Table.Cell>{cart.email}</Table.Cell>
      <Table.Cell>{goods}</Table.Cell>
      <Table.Cell className="text-right">{formatFen(cart.paid_fen)}</Table.Cell>
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
        giveBack(cart.cart_id, because.trim())
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "失败 Failed";
}

export const config = defineRouteConfig({ label: "未成单付款 Paid carts", icon: ReceiptPercent });
