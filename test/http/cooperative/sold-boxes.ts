/** Goods that arrived and whose days to be sent back are over, and what their households are owed. */
import { z } from "zod";

import { arrived } from "../after-sale";
import { look } from "../ledger";
import { type Listed, until } from "../shop";
import { type Counter, WINDOW_OVER } from "./counter";

/** Both goods arrived, and the buyer's days to send them back are over. */
export async function sellBoth(counter: Counter, oranges: Listed, honey: Listed) {
  const guest = await counter.shop.visitor("anonymous");
  const one = await arrived(guest, counter.manager, [
    [oranges, 1],
    [honey, 1],
  ]);
  /** Lets the return window pass and waits until both lines' income is payable or held. */
  const windowOver = async () => {
    const own = z.object({ due: z.coerce.number() });
    const settled = async () => {
      for (const sql of WINDOW_OVER) {
        await look(counter.shop.house.database, z.unknown(), sql, [one.order.id]);
      }
      const [found] = await look(
        counter.shop.house.database,
        own,
        `select count(*) filter (where settled_fen = 0) as due from credit_balance where order_id = $1`,
        [one.order.id],
      );
      return found?.due ?? 1;
    };
    await until(settled, (left) => left === 0);
  };
  return { ...one, windowOver };
}

/** Fen that the households of a line of an order are owed. */
export async function owedFor({ shop }: Counter, line_id: string): Promise<number> {
  const [found] = await look(
    shop.house.database,
    z.object({ fen: z.coerce.number() }),
    `select coalesce(sum(b.settled_fen), 0) as fen from credit_balance b join income_credit c on c.id = b.credit_id
      where c.order_line_id = $1`,
    [line_id],
  );
  return found?.fen ?? 0;
}
