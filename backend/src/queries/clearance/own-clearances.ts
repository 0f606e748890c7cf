/** Clearance offers as the people behind them see them. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { OwnClearance } from "../../contract/clearance";
import type { Query, Reply } from "../../contract/routes";
import {
  CLEARANCE_MODULE,
  floorOf,
  type ClearanceModuleService,
  type ClearanceOffer,
} from "../../modules/clearance";
import { refuse } from "../../refuse";
import { readCooperative } from "../cooperative/read-cooperative";
import { floorPpm } from "./floor-ppm";

/** Who asks: an id of a member or an official. */
interface Reader {
  id: string;
}

/** The offers of a cooperative. */
export async function ownClearances(
  scope: MedusaContainer,
  actor: Reader & { cooperative_id: string },
  page: Query<"GET /cooperative/clearances">,
): Promise<Reply<"GET /cooperative/clearances">> {
  const clearance = scope.resolve<ClearanceModuleService>(CLEARANCE_MODULE);
  const { division_code } = await readCooperative(scope, actor.cooperative_id);
  const [offers, ppm] = await Promise.all([
    clearance.list(actor.cooperative_id, page),
    floorPpm(scope, division_code, new Date()),
  ]);
  return {
    clearances: await described(scope, offers, actor),
    floor_ppm: floorOf(0, ppm).floor_ppm,
  };
}

/**
 * One offer.
 *
 * @param cooperative_id whose it must be
 * @throws refusal `not_found` also when it is another's
 */
export async function ownClearance(
  scope: MedusaContainer,
  id: string,
  actor: Reader & { cooperative_id?: string },
): Promise<OwnClearance> {
  const offer = await scope.resolve<ClearanceModuleService>(CLEARANCE_MODULE).get(id);
  if (actor.cooperative_id !== undefined && offer.cooperative_id !== actor.cooperative_id)
    throw refuse("not_found");
  const [own] = await described(scope, [offer], actor);
  if (!own) throw refuse("not_found");
  return own;
}

/** Offers with the names of their goods. */
export async function described(
  scope: MedusaContainer,
  offers: readonly ClearanceOffer[],
  reader: Reader,
): Promise<OwnClearance[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { id: string; title: string; variant_title: string }[] }>(
    `select v.id, p.title, v.title variant_title from product_variant v join product p on p.id = v.product_id
     where v.id = any(?)`,
    [offers.map((offer) => offer.variant_id)],
  );
  const names = new Map(rows.map((row) => [row.id, row]));
  return offers.map((offer) => ({
    id: offer.id,
    product_id: offer.product_id,
    variant_id: offer.variant_id,
    title: names.get(offer.variant_id)?.title ?? "",
    variant_title: names.get(offer.variant_id)?.variant_title ?? "",
    price_fen: offer.price_fen,
    usual_fen: offer.usual_fen,
    floor_fen: offer.floor_fen,
    below_floor: offer.price_fen < offer.floor_fen,
    quantity: offer.quantity,
    sold: offer.sold,
    reason: offer.reason,
    last_on: offer.last_on,
    state: offer.state,
    ended_why: offer.ended_why,
    by_official: offer.household_id !== null,
    mine: offer.proposed_by === reader.id,
    created_at: offer.created_at.toISOString(),
  }));
}
