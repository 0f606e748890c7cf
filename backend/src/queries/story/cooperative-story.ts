/** The page of a cooperative. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";
import { certificateSchema } from "../../contract/goods";
import { dayInShanghai } from "../../modules/rules";
import { STORY_MODULE, type StoryModuleService } from "../../modules/story";
import { refuse } from "../../refuse";
import { SMALLEST_GROUP } from "../income/suppression";
import { deliveriesOf, type Delivery } from "../trace/deliveries";
import { cardsOf } from "./cards";
import { placesOf } from "./places";

const row = z.object({
  name: z.string(),
  division_code: z.string(),
  approved_on: z.string().nullable(),
  product_ids: z.array(z.string()),
  certificates: z.array(certificateSchema.extend({ title: z.string() })),
});

const SQL = `
  select c.name, c.division_code, to_char(c.decided_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as approved_on,
    array(select g.product_id from shelf_good g where g.cooperative_id = c.id order by g.in_stock desc, g.listed_at desc, g.product_id) as product_ids,
    coalesce((select jsonb_agg(x.certificate || jsonb_build_object('title', p.title) order by x.certificate ->> 'number')
       from listing l join product p on p.id = l.product_id and p.status = 'published' and p.deleted_at is null,
            jsonb_array_elements(l.certificates) as x(certificate)
      where l.cooperative_id = c.id), '[]') as certificates
    from cooperative c where c.id = ? and c.status = 'approved'`;

/**
 * Reads the page of a cooperative.
 *
 * @throws refusal `not_found` also while it is not approved
 */
export async function cooperativeStory(
  scope: MedusaContainer,
  handle: string,
): Promise<Reply<"GET /store/stories/cooperatives/:handle">> {
  const stories = scope.resolve<StoryModuleService>(STORY_MODULE);
  const id = await stories.subjectOf("cooperative", handle);
  if (id === null) throw refuse("not_found");
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: unknown[] }>(SQL, [id]);
  const [own] = z.array(row).parse(found.rows);
  if (!own) throw refuse("not_found");
  const deliveries = await deliveriesOf(scope, { cooperative_id: id }, dayInShanghai(new Date()));
  const households = new Set(deliveries.flatMap((delivery) => delivery.household_ids)).size;
  const [place, goods, villages, story] = await Promise.all([
    placesOf(scope, [own.division_code]),
    cardsOf(scope, own.product_ids),
    villagesOf(scope, deliveries),
    stories.textOf("cooperative", id),
  ]);
  const { county_code, county_name } = place(own.division_code);
  return {
    cooperative: {
      handle,
      name: own.name,
      county_code,
      county_name,
      approved_on: own.approved_on,
      story,
      certificates: own.certificates.slice(0, 60),
      villages,
      households: households >= SMALLEST_GROUP ? households : null,
      goods,
      count: own.product_ids.length,
    },
  };
}

/** The villages that may be named, the heaviest delivery first. */
async function villagesOf(
  scope: MedusaContainer,
  deliveries: readonly Delivery[],
): Promise<{ name: string; handle: string }[]> {
  const codes = [...new Set(deliveries.filter((one) => one.isOpen).map((d) => d.division_code))];
  const stories = scope.resolve<StoryModuleService>(STORY_MODULE);
  const [place, handles] = await Promise.all([
    placesOf(scope, codes),
    stories.handlesOf("village", codes),
  ]);
  return codes.flatMap((code) => {
    const [name, handle] = [place(code).village_name, handles.get(code)];
    return name && handle ? [{ name, handle }] : [];
  });
}
