/** Changes the members of a household: they join, leave, become head, are put right. Nothing is ever deleted. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import { refuse } from "../../refuse";
import { contradictionOf, factsOf, headContradiction, type Contradiction } from "./member-days";
import { withIdNumber } from "./member-id-number";
import { readMembership } from "./member-reading";
import type { ChangingMembers, KeptMember, MemberChange, Membership } from "./member-types";
import { differences, writeOutcome, type Outcome } from "./member-writing";
import { claimNumbers } from "./number-mark";
import type { DataKey } from "./seal";

type Of<K extends MemberChange["kind"]> = Extract<MemberChange, { kind: K }>;

interface Ground extends Membership {
  key: DataKey;
  today: string;
}

/**
 * Makes one change.
 *
 * @param trx a transaction of the official's scope
 * @throws refusals `not_found` out of the scope, `members_moved_on` when somebody else was faster, `invalid_input`
 *   naming the field that contradicts, `member_known`, `member_elsewhere`, `member_left`, `member_is_head`
 */
export async function changeMembers(
  trx: Knex.Transaction,
  scope: string,
  asked: ChangingMembers,
  key: DataKey,
): Promise<void> {
  const { household_id, change, today } = asked;
  const kept = await readMembership(trx, scope, household_id, true);
  if (!kept) throw refuse("not_found");
  if (kept.version !== change.version) throw refuse("members_moved_on");
  const outcome = outcomeOf(change, { ...kept, key, today });
  await claimNumbers(trx, outcome.rows, { scope, household_id, members: kept.members });
  await writeOutcome(trx, asked, kept, outcome);
}

function outcomeOf(change: MemberChange, ground: Ground): Outcome {
  switch (change.kind) {
    case "joined":
      return join(change, ground);
    case "left":
      return leave(change, ground);
    case "head":
      return makeHead(change, ground);
    case "corrected":
      return correct(change, ground);
  }
}

function join(change: Of<"joined">, ground: Ground): Outcome {
  const { name, relation, birth_year, id_number, joined_on } = change;
  const id = generateEntityId(undefined, "hhm");
  const bare = { id, name, relation, birth_year, joined_on, left_on: null, left_reason: null };
  const none = { id_number_sealed: null, id_number_masked: null, id_number_mark: null };
  const row = withIdNumber({ ...bare, ...none }, id_number, ground.key);
  stand(row, ground);
  return { rows: [row], member_id: id, on: joined_on, note: change.note };
}

function leave({ member_id, left_on, reason, note }: Of<"left">, ground: Ground): Outcome {
  const member = find(member_id, ground);
  if (member.left_on !== null) throw refuse("member_left");
  if (member.relation === "head") throw refuse("member_is_head");
  const row = { ...member, left_on, left_reason: reason };
  stand(row, ground);
  return { rows: [row], member_id, on: left_on, note };
}

function makeHead({ member_id, on, relations }: Of<"head">, ground: Ground): Outcome {
  const member = find(member_id, ground);
  if (member.left_on !== null) throw refuse("member_left");
  if (member.relation === "head") throw refuse("state_conflict", { field: "member_id" });
  deny(headContradiction(member, on, ground.events, ground.today));
  const present = ground.members.filter((one) => one.left_on === null && one.id !== member_id);
  const said = new Map(relations.map((one) => [one.member_id, one.relation]));
  const isWhole = present.every((one) => said.has(one.id)) && present.length === relations.length;
  if (!isWhole)
    deny({
      field: "relations",
      reason: "须写明其他在户成员与新户主的关系 / how each other member stands to the new head",
    });
  const others = present.map((one) => ({ ...one, relation: said.get(one.id) ?? one.relation }));
  const former_id = present.find((one) => one.relation === "head")?.id;
  const rows = [...others, { ...member, relation: "head" }];
  return { rows, member_id, on, ...(former_id === undefined ? {} : { former_id }) };
}

function correct(change: Of<"corrected">, ground: Ground): Outcome {
  const { kind: _, version: __, reason: ___, member_id, id_number, ...changes } = change;
  const member = find(member_id, ground);
  const isHead = member.relation === "head";
  if (isHead && (changes.relation !== undefined || (changes.left_on ?? null) !== null))
    throw refuse("member_is_head");
  const left = changes.left_on === undefined ? member.left_on : changes.left_on;
  // Somebody who has not left is put down as leaving by leaving, with its reason.
  if (member.left_on === null && left !== null)
    deny({ field: "left_on", reason: "请用“办理离户” / record it as leaving" });
  const bare = { ...member, ...changes, left_reason: left === null ? null : member.left_reason };
  const row = id_number === undefined ? bare : withIdNumber(bare, id_number, ground.key);
  stand(row, ground);
  const isSameNumber = row.id_number_mark === member.id_number_mark;
  if (isSameNumber && differences([row], ground.members).length === 0)
    deny({ field: "name", reason: "与现有登记相同 / the same as it stands" });
  return { rows: [row], member_id, on: ground.today };
}

function find(member_id: string, { members }: Membership): KeptMember {
  const member = members.find((one) => one.id === member_id);
  if (!member) throw refuse("not_found");
  return member;
}

/** Whether a member may stand so beside the others. */
function stand(row: KeptMember, { members, events, today }: Ground): void {
  deny(contradictionOf(row, events, today));
  const isThere = members.some(
    (one) =>
      one.id !== row.id &&
      one.left_on === null &&
      one.name === row.name &&
      one.birth_year === row.birth_year,
  );
  if (row.left_on === null && isThere) throw refuse("member_known", { field: "name" });
}

function deny(contradiction: Contradiction | null): void {
  if (contradiction) throw refuse("invalid_input", factsOf(contradiction));
}
