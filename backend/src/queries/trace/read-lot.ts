/** The lot behind the code on a box: from the field to the table. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { certificateSchema } from "../../contract/goods";
import type { Lot } from "../../contract/lot";
import { dayInShanghai } from "../../modules/rules";
import { STORY_MODULE, type StoryModuleService } from "../../modules/story";
import { isLotCode, TRACE_MODULE, type TraceModuleService } from "../../modules/trace";
import { refuse } from "../../refuse";
import { placesOf } from "../story/places";
import { shownHouseholds } from "../story/shown-households";
import { deliveriesOf, type Delivery } from "./deliveries";

const row = z.object({
  name: z.string(),
  harvested_on: z.string(),
  weight_g: z.coerce.number().int(),
  cooperative_id: z.string(),
  cooperative: z.string(),
  division_code: z.string(),
  listed_on: z.string(),
  shipped_on: z.string().nullable(),
  certificates: z.array(certificateSchema),
  goods: z.array(
    z.object({
      handle: z.string(),
      title: z.string(),
      title_en: z.string(),
      picture: z.string().nullable(),
      category: z.string(),
      for_sale: z.boolean(),
    }),
  ),
});

const SQL = `
  select lot.code as name, to_char(lot.harvested_on, 'YYYY-MM-DD') as harvested_on, lot.weight_g,
    c.id as cooperative_id, c.name as cooperative, c.division_code,
    to_char(min(l.listed_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as listed_on,
    (select to_char(min(f.shipped_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
       from listing own
       join order_line_item li on li.product_id = own.product_id and li.deleted_at is null
       join fulfillment_item fi on fi.line_item_id = li.id and fi.deleted_at is null
       join fulfillment f on f.id = fi.fulfillment_id and f.canceled_at is null
      where own.lot_id = lot.id) as shipped_on,
    coalesce(jsonb_agg(distinct x.certificate) filter (where x.certificate is not null), '[]') as certificates,
    jsonb_agg(distinct jsonb_build_object('handle', p.handle, 'title', p.title, 'title_en', l.title_en,
      'picture', p.thumbnail, 'category', coalesce(g.category, 'other'), 'for_sale', g.product_id is not null)) as goods
    from lot
    join cooperative c on c.id = lot.cooperative_id
    join listing l on l.lot_id = lot.id
    join product p on p.id = l.product_id and p.deleted_at is null
    left join shelf_good g on g.product_id = p.id
    left join lateral jsonb_array_elements(l.certificates) as x(certificate) on true
   where lot.id = ? group by lot.id, c.id`;

/**
 * Reads a lot.
 *
 * @param code as it stands on the box, upper case without dashes
 * @throws refusal `lot_code_wrong` when we cannot have printed it, `lot_code_unknown` when we never did
 */
export async function readLot(scope: MedusaContainer, code: string): Promise<Lot> {
  const trace = scope.resolve<TraceModuleService>(TRACE_MODULE);
  if (!isLotCode(code)) throw refuse("lot_code_wrong");
  const lot_id = await trace.lotOf(code);
  if (lot_id === null) throw refuse("lot_code_unknown");
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const today = dayInShanghai(new Date());
  const [found, deliveries, reports, disputes] = await Promise.all([
    pg.raw<{ rows: unknown[] }>(SQL, [lot_id]),
    deliveriesOf(scope, { lot_ids: [lot_id] }, today),
    trace.reportsOf([lot_id]),
    trace.disputesOf([lot_id]),
  ]);
  const [lot] = z.array(row).parse(found.rows);
  if (!lot) throw refuse("lot_code_unknown");
  const { cooperative_id, cooperative, division_code, certificates, ...facts } = lot;
  const stories = scope.resolve<StoryModuleService>(STORY_MODULE);
  const ids = [...new Set(deliveries.flatMap((delivery) => delivery.household_ids))];
  const [seat, shown, place, villages] = await Promise.all([
    stories.handlesOf("cooperative", [cooperative_id]),
    shownHouseholds(scope, ids),
    placesOf(scope, [division_code, ...deliveries.map((delivery) => delivery.division_code)]),
    stories.handlesOf(
      "village",
      deliveries.map((delivery) => delivery.division_code),
    ),
  ]);
  const dispute = disputes.get(lot_id);
  return {
    ...facts,
    code,
    county_name: place(division_code).county_name,
    cooperative: { name: cooperative, handle: seat.get(cooperative_id) ?? null },
    deliveries: byVillage(deliveries, place, villages),
    households: shown.map((one) => ({
      name: one.alias,
      handle: one.handle,
      township_name: place(one.division_code).township_name,
    })),
    others: ids.length - shown.length,
    certificates: certificates.map((one) => ({ ...one, state: stateOf(one, today) })),
    reports: reports.get(lot_id) ?? [],
    dispute: dispute
      ? {
          outcome: dispute.outcome,
          opened_on: dispute.opened_on,
          resolved_on: dispute.resolved_on,
        }
      : null,
  };
}

function stateOf(
  { issued_on, valid_to }: { issued_on: string; valid_to: string | null },
  today: string,
): Lot["certificates"][number]["state"] {
  if (issued_on > today) return "not_yet";
  return valid_to !== null && valid_to < today ? "expired" : "valid";
}

/** Villages that may be named, each alone; the others together under their township. */
function byVillage(
  deliveries: readonly Delivery[],
  place: Awaited<ReturnType<typeof placesOf>>,
  villages: ReadonlyMap<string, string>,
): Lot["deliveries"] {
  const rows = new Map<string, Lot["deliveries"][number]>();
  for (const { division_code, isOpen, weight_g } of deliveries) {
    const { township_name, village_name } = place(division_code);
    const named = isOpen && village_name !== "";
    const key = named ? division_code : township_name;
    const known = rows.get(key);
    rows.set(key, {
      township_name,
      village: named ? { name: village_name, handle: villages.get(division_code) ?? null } : null,
      weight_g: weight_g + (known?.weight_g ?? 0),
    });
  }
  return [...rows.values()].sort((a, b) => b.weight_g - a.weight_g);
}
