/** Gluts that are being cleared, and one proposal below the floor that waits for a second person. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { openClearanceWorkflow } from "../../../workflows/clearance/open-clearance";
import { addDays } from "../data/goods";
import type { Progress } from "./progress";

type Row = readonly [
  title: string,
  price_fen: number,
  quantity: number,
  days: number,
  reason: string,
];

const rows: readonly Row[] = [
  ["高山猕猴桃 5 斤", 2380, 40, 5, "连着十天阴雨，果子熟得快，冷库排不进去"],
  ["冬笋 5 斤", 3280, 25, 4, "今年大年，集中出土，收购商压价"],
  ["鲜余甘 2 斤", 1580, 36, 6, "订货的加工厂停产，鲜果放不住"],
  ["铁棍淮山 5 斤", 2680, 30, 9, "挖早了一茬，窖里放不下"],
  ["赣南脐橙 尝鲜装", 1190, 60, 3, "风刮落的果，外皮有擦伤，不影响吃"],
];

interface Found {
  variant_id: string;
  cooperative_id: string;
  bookkeeper: string | null;
}

/** Opens what is not opened yet, as the bookkeepers of the cooperatives would. */
export async function loadClearances(
  container: MedusaContainer,
  say: Progress,
  today: string,
): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  for (const [at, [title, price_fen, quantity, days, reason]] of rows.entries()) {
    const { rows: found } = await pg.raw<{ rows: Found[] }>(
      `select v.id variant_id, l.cooperative_id, (select m.id from cooperative_member m
          where m.cooperative_id = l.cooperative_id and m.role = 'bookkeeper' order by m.id limit 1) bookkeeper
       from product p join listing l on l.product_id = p.id
       join product_variant v on v.product_id = p.id and v.deleted_at is null
       where p.title = ? and p.deleted_at is null
         and not exists (select 1 from clearance_offer c where c.product_id = p.id)
       order by v.variant_rank limit 1`,
      [title],
    );
    const [good] = found;
    if (good?.bookkeeper) {
      await openClearanceWorkflow(container).run({
        input: {
          variant_id: good.variant_id,
          price_fen,
          quantity,
          reason,
          last_on: addDays(today, days),
          proposed_by: good.bookkeeper,
          by: { cooperative_id: good.cooperative_id },
        },
      });
    }
    say(at + 1, rows.length);
  }
}
