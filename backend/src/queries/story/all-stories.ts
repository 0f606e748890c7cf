/** All pages that may be shown today, for the directory and for search engines. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Query, Reply } from "../../contract/routes";
import { dayInShanghai } from "../../modules/rules";
import { SMALLEST_GROUP } from "../income/suppression";
import { placesOf } from "./places";
import { shownHouseholds } from "./shown-households";

/** A directory longer than this is read by nobody; the rest is found by search. */
const MOST = 2000;

interface Found {
  kind: "village" | "household" | "cooperative" | "enterprise";
  handle: string;
  subject_id: string;
  division_code: string | null;
  name: string | null;
}

// A village is listed once it may be named beside a delivery, or something is told of it.
const SQL = `
  with village as (
    select c.division_code as code from lot_contribution c
      left join household_consent a on a.household_id = c.household_id and a.purpose = 'village'
        and a.withdrawn_at is null and a.given_on <= :on and a.expires_on >= :on
     group by c.lot_id, c.division_code
    having bool_and(a.id is not null) or count(distinct c.household_id) >= :smallest
    union select subject_id from story_text where kind = 'village'),
  consented as (
    select household_id from household_consent where purpose = 'story' and withdrawn_at is null
       and given_on <= :on and expires_on >= :on)
  select s.kind, s.handle, s.subject_id, coalesce(c.division_code, u.division_code) as division_code, coalesce(c.name, u.name) as name
    from story_page s
    left join cooperative c on s.kind = 'cooperative' and c.id = s.subject_id and c.status = 'approved'
    left join helping_unit u on s.kind = 'enterprise' and u.id = s.subject_id
   where case s.kind when 'village' then s.subject_id in (select code from village)
                     when 'household' then s.subject_id in (select household_id from consented)
                     else coalesce(c.id, u.id) is not null end
   order by s.kind, s.handle limit :most`;

/** Reads the directory. */
export async function allStories(scope: MedusaContainer): Promise<Reply<"GET /store/stories">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Found[] }>(SQL, {
    on: dayInShanghai(new Date()),
    smallest: SMALLEST_GROUP,
    most: MOST,
  });
  const of = (kind: Found["kind"]) => rows.filter((row) => row.kind === kind);
  const households = await shownHouseholds(
    scope,
    of("household").map((row) => row.subject_id),
  );
  const place = await placesOf(scope, [
    ...rows.flatMap((row) => row.division_code ?? (row.kind === "village" ? row.subject_id : [])),
    ...households.map((one) => one.division_code),
  ]);
  const seats = (kind: "cooperative" | "enterprise") =>
    of(kind).map(({ handle, name, division_code }) => ({
      handle,
      name: name ?? "",
      county_name: place(division_code ?? "").county_name,
    }));
  return {
    villages: of("village").map(({ handle, subject_id }) => {
      const { village_name: name, township_name, county_name } = place(subject_id);
      return { handle, name, township_name, county_name };
    }),
    households: households.map(({ handle, alias, division_code }) => {
      const { township_name, county_name } = place(division_code);
      return { handle, name: alias, township_name, county_name };
    }),
    cooperatives: seats("cooperative"),
    enterprises: seats("enterprise"),
  };
}

/** Search engines take 50,000 addresses in a file; a tenth keeps one answer small. */
const PART = 5000;

/** One part of the goods for the site map. */
export async function sitemapGoods(
  scope: MedusaContainer,
  { part }: Query<"GET /store/sitemap">,
): Promise<Reply<"GET /store/sitemap">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const [goods, all] = await Promise.all([
    pg.raw<{ rows: { handle: string; changed_on: string }[] }>(
      `select handle, to_char(read_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as changed_on
         from shelf_good order by product_id limit ? offset ?`,
      [PART, (part - 1) * PART],
    ),
    pg.raw<{ rows: { count: number }[] }>(`select count(*)::int as count from shelf_good`),
  ]);
  return { goods: goods.rows, parts: Math.max(1, Math.ceil((all.rows[0]?.count ?? 0) / PART)) };
}
