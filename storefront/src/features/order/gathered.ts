/** A gift has lines of an own for every recipient: gathered by goods they are read like any order. Pure. */
import type { Order, Reply } from "@yigou/backend/contract";

import type { Answer } from "../../lib/refused";

type Credits = Reply<"GET /store/orders/:id/credits">;
type Credit = Credits["credits"][number];
type Line = Order["lines"][number];
type Gift = Reply<"GET /store/orders/:id/gift">["gift"];

/** Lines of the same goods as one, and the credits of a household for them as one; all sums stay. */
export function gathered(
  order: Order,
  credits: Answer<Credits>,
): { order: Order; credits: Answer<Credits> } {
  const firsts = new Map<string, Line>();
  const home = new Map<string, string>();
  for (const line of order.lines) {
    const key = line.variant_id ?? line.id;
    const first = firsts.get(key);
    firsts.set(key, first ? addLines(first, line) : line);
    home.set(line.id, first?.id ?? line.id);
  }
  const whole = { ...order, lines: [...firsts.values()] };
  if (!credits.ok) return { order: whole, credits };
  const sums = new Map<string, Credit>();
  for (const credit of credits.value.credits) {
    const order_line_id = home.get(credit.order_line_id) ?? credit.order_line_id;
    const { household_alias, division_name, state } = credit;
    const key = JSON.stringify([order_line_id, household_alias, division_name, state]);
    const before = sums.get(key);
    sums.set(key, before ? addCredits(before, credit) : { ...credit, order_line_id });
  }
  const value = { ...credits.value, credits: [...sums.values()] };
  return { order: whole, credits: { ok: true, value } };
}

function addLines(a: Line, b: Line): Line {
  return {
    ...a,
    quantity: a.quantity + b.quantity,
    returnable: a.returnable + b.returnable,
    return_requested: a.return_requested + b.return_requested,
    returned: a.returned + b.returned,
    total_fen: a.total_fen + b.total_fen,
  };
}

function addCredits(a: Credit, b: Credit): Credit {
  return {
    ...a,
    gross_fen: a.gross_fen + b.gross_fen,
    net_fen: a.net_fen + b.net_fen,
    reversed_fen: a.reversed_fen + b.reversed_fen,
    deductions: a.deductions.map((part, at) => ({
      ...part,
      amount_fen: part.amount_fen + (b.deductions[at]?.amount_fen ?? 0),
    })),
    reversals: [...a.reversals, ...b.reversals],
  };
}

/** The order with the recipient's name at each line, for whoever sends one box back. */
export function named(
  order: Order,
  gift: Gift,
  say: (words: { title: string; name: string }) => string,
): Order {
  const names = new Map(
    gift.recipients.flatMap(({ address, lines }) =>
      lines.map(({ id }) => [id, address.name ?? ""] as const),
    ),
  );
  return {
    ...order,
    lines: order.lines.map((line) => ({
      ...line,
      title: say({ title: line.title, name: names.get(line.id) ?? "" }),
    })),
  };
}
