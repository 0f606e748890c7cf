/** Statements by who reads them: what each may open, and whose name stands on the paper. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { StatementQuery } from "../../contract/statement";
import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { refuse } from "../../refuse";
import { readCooperative } from "../cooperative/read-cooperative";
import { readMe } from "../roster/read-me";
import { cooperativeStatement } from "./cooperative";
import { householdStatement } from "./household";
import { openStatement } from "./open-statement";
import { orderStatement } from "./order";
import { partyStatement } from "./party";

/** An official with the prefix that bounds it. */
interface Official {
  id: string;
  division_code: string;
}

async function nameOfOfficial(scope: MedusaContainer, { id }: Official): Promise<string> {
  const me = await readMe(scope, id);
  return `${me.division_name} ${me.name}`;
}

/**
 * A household's statement for an official; the caller has logged the read.
 *
 * @throws refusal `not_found` outside the area
 */
export async function householdForOfficial(
  scope: MedusaContainer,
  official: Official,
  id: string,
  query: StatementQuery,
) {
  const file = await scope
    .resolve<HouseholdModuleService>(HOUSEHOLD_MODULE)
    .file(official.division_code, id);
  if (!file) throw refuse("not_found");
  const divisions = scope.resolve<DivisionModuleService>(DIVISION_MODULE);
  const place = (await divisions.nameOfScope(file.division_code)) ?? file.division_code;
  const by = await nameOfOfficial(scope, official);
  return openStatement(scope, { query, by, now: new Date() }, (trx, span) =>
    householdStatement(trx, { ...file, place }, span),
  );
}

/** A cooperative's statement for an official: seated in the area, households of the area by name. */
export async function cooperativeForOfficial(
  scope: MedusaContainer,
  official: Official,
  id: string,
  query: StatementQuery,
) {
  const by = await nameOfOfficial(scope, official);
  const prefix = official.division_code;
  return openStatement(scope, { query, by, now: new Date() }, (trx, span) =>
    cooperativeStatement(trx, { id, seat: prefix, prefix }, span),
  );
}

/** An order's statement for an official: some household of it lives in the area. */
export async function orderForOfficial(
  scope: MedusaContainer,
  official: Official,
  id: string,
  query: StatementQuery,
) {
  const by = await nameOfOfficial(scope, official);
  const asked = { id, prefix: official.division_code, cooperative_id: null };
  return openStatement(scope, { query, by, now: new Date() }, (trx, span) =>
    orderStatement(trx, asked, span),
  );
}

/** A member of a cooperative. */
interface Member {
  cooperative_id: string;
  name: string;
}

/** A cooperative's own statement. */
export async function ownStatement(scope: MedusaContainer, member: Member, query: StatementQuery) {
  const { name } = await readCooperative(scope, member.cooperative_id);
  const opening = { query, by: `${name} ${member.name}`, now: new Date() };
  return openStatement(scope, opening, (trx, span) =>
    cooperativeStatement(trx, { id: member.cooperative_id, seat: "", prefix: "" }, span),
  );
}

/** The statement of an order that a cooperative sold a line of. */
export async function orderForCooperative(
  scope: MedusaContainer,
  member: Member,
  id: string,
  query: StatementQuery,
) {
  const { name } = await readCooperative(scope, member.cooperative_id);
  const opening = { query, by: `${name} ${member.name}`, now: new Date() };
  const asked = { id, prefix: null, cooperative_id: member.cooperative_id };
  return openStatement(scope, opening, (trx, span) => orderStatement(trx, asked, span));
}

const OPERATOR = "平台运营 Operator";

/** Any cooperative's statement for the operator, who is no official: no household is named. */
export async function cooperativeForOperator(
  scope: MedusaContainer,
  id: string,
  query: StatementQuery,
) {
  return openStatement(scope, { query, by: OPERATOR, now: new Date() }, (trx, span) =>
    cooperativeStatement(trx, { id, seat: "", prefix: "-" }, span),
  );
}

/** Any order's statement for the operator; no household is named. */
export async function orderForOperator(scope: MedusaContainer, id: string, query: StatementQuery) {
  const asked = { id, prefix: null, cooperative_id: null };
  return openStatement(scope, { query, by: OPERATOR, now: new Date() }, (trx, span) =>
    orderStatement(trx, asked, span),
  );
}

/** A party's statement for the operator. */
export async function partyForOperator(
  scope: MedusaContainer,
  account: string,
  query: StatementQuery,
) {
  return openStatement(scope, { query, by: OPERATOR, now: new Date() }, (trx, span) =>
    partyStatement(trx, account, span),
  );
}
