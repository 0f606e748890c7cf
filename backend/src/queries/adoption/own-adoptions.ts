/** The offers of a cooperative. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { ownAdoptionSchema } from "../../contract/adoption";
import { yuanToFen } from "../../contract/fen";
import type { Reply } from "../../contract/routes";
import { refuse } from "../../refuse";
import { LIVE_VARIANTS } from "../../modules/shelf";
import { ADOPTION } from "./adoption-sql";

type Own = Reply<"POST /cooperative/adoptions">["adoption"];

const rowSchema = z.object({ adoption: z.looseObject({}), yuan: z.string() });

/** The offers of a cooperative, the newest first; one of them when it is named. */
export async function ownAdoptions(
  scope: MedusaContainer,
  cooperative_id: string,
  product_id?: string,
): Promise<Own[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select ${ADOPTION} || jsonb_build_object('product_id', p.id, 'handle', p.handle, 'title', p.title,
        'status', p.status, 'harvested_g', a.harvested_g,
        'adopted', (select count(*) from adoption_tree t join "order" o on o.id = t.order_id and o.status <> 'canceled'
          and o.deleted_at is null where t.product_id = a.product_id),
        'compensated_fen', coalesce((select sum(c.amount_fen) from adoption_compensation c
          where c.product_id = a.product_id), 0)) adoption, live.yuan::text yuan
     from adoption_offer a
     join product p on p.id = a.product_id and p.deleted_at is null
     join product_variant v on v.product_id = p.id and v.deleted_at is null, ${LIVE_VARIANTS}
     where a.cooperative_id = ? and (?::text is null or a.product_id = ?)
     order by a.created_at desc, a.product_id limit 100`,
    [cooperative_id, product_id ?? null, product_id ?? null],
  );
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ adoption, yuan }) =>
      ownAdoptionSchema.parse({ ...adoption, price_fen: yuanToFen(yuan) }),
    );
}

/** @throws refusal `not_found` also when it is another's */
export async function ownAdoption(
  scope: MedusaContainer,
  cooperative_id: string,
  product_id: string,
): Promise<Own> {
  const [own] = await ownAdoptions(scope, cooperative_id, product_id);
  if (!own) throw refuse("not_found");
  return own;
}
