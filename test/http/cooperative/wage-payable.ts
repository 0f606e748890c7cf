/** Makes a wage payable behind the screens. */
import { z } from "zod";

import { approve, contractFor, prepare, wageOf } from "../entries";
import { look } from "../ledger";
import { until } from "../shop";
import type { Counter } from "./counter";

/** A wage of the household that can stand in a settlement. */
export async function wagePayable(
  counter: Counter,
  household_id: string,
  amount_fen: number,
): Promise<void> {
  const members = { bookkeeper: counter.books, manager: counter.manager };
  await contractFor(members, household_id);
  await approve(members, [await prepare(members, wageOf(household_id, amount_fen))]);
  const over = `update credit_due d set settles_at = now() - interval '1 minute'
    from credit_balance b where b.credit_id = d.credit_id and b.household_id = $1`;
  const ask = async () => {
    await look(counter.shop.house.database, z.unknown(), over, [household_id]);
    return counter.payable();
  };
  await until(ask, (found) => found.households.some((one) => one.household_id === household_id));
}
