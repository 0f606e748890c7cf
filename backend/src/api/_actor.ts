/** Who stands at the door: turns Medusa's auth context into an actor of the contract. */
import type { AuthContext, MedusaRequest } from "@medusajs/framework/http";

import type { CooperativeRole, OfficialRole } from "../contract/roles";
import type { Route } from "../contract/routes";
import { findMember } from "../queries/cooperative/find-member";
import { findOfficial } from "../queries/roster/find-official";
import { refuse } from "../refuse";

/** Nobody in particular. */
export interface AnyoneActor {
  type: "anyone";
}
/** A signed-in buyer. */
export interface CustomerActor {
  type: "customer";
  id: string;
  auth_identity_id: string;
}
/** A member of a cooperative; ids are empty while the account has not applied yet. */
export interface CooperativeActor {
  type: "cooperative";
  id: string;
  cooperative_id: string;
  status: string;
  name: string;
  role: CooperativeRole;
  auth_identity_id: string;
}
/** An official with the division prefix that bounds every query. */
export interface OfficialActor {
  type: "official";
  id: string;
  name: string;
  division_code: string;
  role: OfficialRole;
}
/** The platform operator. */
export interface UserActor {
  type: "user";
  id: string;
}

interface ActorByType {
  anyone: AnyoneActor | CustomerActor;
  customer: CustomerActor;
  cooperative: CooperativeActor;
  official: OfficialActor;
  user: UserActor;
}

/** The actor that a route's handler gets. */
export type ActorOf<R extends Route> = ActorByType[R["who"][number]];

type AnyActor = ActorByType[keyof ActorByType];

/**
 * Loads the actor of a request.
 *
 * @throws refusal `unauthorized` when the route needs a login and there is none of its kind
 */
export async function loadActor<R extends Route>(
  route: R,
  req: MedusaRequest,
): Promise<ActorOf<R>> {
  const actor = await findActor(route, req);
  if (!isActorOf(route, actor)) throw refuse("unauthorized");
  return actor;
}

function isActorOf<R extends Route>(
  route: R,
  actor: AnyActor | null,
): actor is AnyActor & ActorOf<R> {
  if (!actor) return false;
  const { who } = route;
  return who.includes(actor.type) || (who.includes("anyone") && actor.type === "customer");
}

async function findActor(
  route: Route,
  req: MedusaRequest & { auth_context?: AuthContext },
): Promise<AnyActor | null> {
  const auth = req.auth_context;
  if (!auth) return route.who.includes("anyone") ? { type: "anyone" } : null;
  switch (auth.actor_type) {
    case "customer":
      return auth.actor_id
        ? { type: "customer", id: auth.actor_id, auth_identity_id: auth.auth_identity_id }
        : { type: "anyone" };
    case "cooperative":
      return findSeller(route, auth, req);
    case "official": {
      const official = auth.actor_id ? await findOfficial(req.scope, auth.actor_id) : null;
      return official && { type: "official", ...official };
    }
    case "user":
      return auth.actor_id ? { type: "user", id: auth.actor_id } : null;
    default:
      return null;
  }
}

/** Who has not applied yet. */
const nobody = { name: "", role: "staff" } as const;

async function findSeller(
  route: Route,
  auth: AuthContext,
  req: MedusaRequest,
): Promise<CooperativeActor | null> {
  const who = { type: "cooperative", auth_identity_id: auth.auth_identity_id } as const;
  const member = auth.actor_id ? await findMember(req.scope, auth.actor_id) : null;
  if (member) return { ...who, ...member };
  return route.unregistered ? { ...who, id: "", cooperative_id: "", status: "", ...nobody } : null;
}
