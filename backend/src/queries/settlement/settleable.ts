/** What could be settled now, as the one who prepares sees it. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Query, Reply } from "../../contract/routes";
import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { dayInShanghai } from "../../modules/rules";
import { coveredName, type NewLine } from "../../modules/settlement";
import { readCooperative } from "../cooperative/read-cooperative";
import { approvalRule } from "./approval-rule";
import { heldByComplaints, payableLines } from "./payable-lines";

const sumOf = (line: Pick<NewLine, "credits">): number =>
  line.credits.reduce((sum, one) => sum + one.amount_fen, 0);

/** @param cooperative_id of the actor */
export async function settleable(
  scope: MedusaContainer,
  cooperative_id: string,
  span: Query<"GET /cooperative/settleable">,
): Promise<Reply<"GET /cooperative/settleable">> {
  const { division_code } = await readCooperative(scope, cooperative_id);
  const [lines, held, rule] = await Promise.all([
    payableLines(scope, { cooperative_id, ...span }),
    heldByComplaints(scope, { cooperative_id, ...span }),
    approvalRule(scope, division_code, new Date()),
  ]);
  const recipients = await scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE).validRecipients(
    lines.map((line) => line.household_id),
    dayInShanghai(new Date()),
  );
  const divisions = scope.resolve<DivisionModuleService>(DIVISION_MODULE);
  const places = await divisions.publicPlaces(lines.map((line) => line.division_code));
  const sum = (of: (line: NewLine) => boolean): number =>
    lines.filter(of).reduce((all, line) => all + sumOf(line), 0);
  return {
    households: lines.map((line) => ({
      household_id: line.household_id,
      alias: line.alias,
      division_name: places.get(line.division_code) ?? "",
      amount_fen: sumOf(line),
      credits: line.credits.length,
      payee_masked: line.payee_masked,
      card_masked: line.card_masked,
      bank_name: line.bank_name,
      left_out: line.left_out,
      recipients: recipients
        .filter((one) => one.household_id === line.household_id)
        .map(({ id, name, relation, card_masked, bank_name, valid_to }) => ({
          ...{ id, relation, card_masked, bank_name, valid_to },
          payee_masked: coveredName(name),
        })),
    })),
    total_fen: sum((line) => line.left_out === null),
    left_out_fen: sum((line) => line.left_out !== null),
    under_complaint: held.map((one) => ({
      household_id: one.household_id,
      alias: one.alias,
      amount_fen: sumOf(one),
      credits: one.credits.length,
    })),
    rule,
  };
}
