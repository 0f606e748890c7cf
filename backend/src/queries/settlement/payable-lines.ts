/** What a cooperative could settle now: settled credits that stand in no live settlement, household by household. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import {
  HOUSEHOLD_MODULE,
  type HouseholdModuleService,
  type Recipient,
} from "../../modules/household";
import { dayInShanghai } from "../../modules/rules";
import { coveredName, markOfName, type NewLine } from "../../modules/settlement";
import { refuse } from "../../refuse";
import { underComplaint } from "./under-complaint";

const row = z.object({
  household_id: z.string(),
  alias: z.string(),
  division_code: z.string(),
  credits: z.array(z.object({ credit_id: z.string(), amount_fen: z.coerce.number().int() })),
});

type Payable = z.infer<typeof row>;

const sqlOf = (condition: string): string => `
select b.household_id, max(c.alias) as alias, max(b.division_code) as division_code,
       json_agg(json_build_object('credit_id', b.credit_id, 'amount_fen', b.settled_fen) order by b.credit_id) as credits
  from credit_balance b
  join income_credit c on c.id = b.credit_id
 where b.cooperative_id = :cooperative_id and b.settled_fen > 0
   and not exists (select 1 from settlement_item i where i.credit_id = b.credit_id and i.live)
   and ${condition}
   and (coalesce(b.settles_at, b.last_moved_at) at time zone 'Asia/Shanghai')::date
       between cast(:from as date) and cast(:to as date)
   and (cast(:household_ids as text[]) is null or b.household_id = any(cast(:household_ids as text[])))
 group by b.household_id
 order by max(b.division_code), max(c.alias), b.household_id`;

const UNDER_COMPLAINT = underComplaint("c.order_line_id");
const PAYABLE = sqlOf(`not ${UNDER_COMPLAINT}`);
const HELD = sqlOf(UNDER_COMPLAINT);

/** Which credits, by the day on which they became payable. */
export interface PayableSpan {
  cooperative_id: string;
  from?: string | undefined;
  to?: string | undefined;
  household_ids?: readonly string[] | undefined;
  /** Whose account it goes to; null is the head's. */
  recipients?: readonly { household_id: string; recipient_id: string | null }[] | undefined;
  /** Whether the recipient in force takes what nothing is said of; else it is the head's. */
  inForce?: boolean | undefined;
  /** The day on which a recipient must be in force; today when not given. */
  on?: string | undefined;
}

/**
 * Reads what could stand in a settlement; a household without a card is named and would stay out.
 *
 * @returns lines by village and alias
 * @throws refusal `recipient_expired` for a recipient that may not take a household's money that day
 */
export async function payableLines(scope: MedusaContainer, span: PayableSpan): Promise<NewLine[]> {
  const found = await read(scope, PAYABLE, span);
  const register = scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const payees = await register.payees(found.map((one) => one.household_id));
  const chosen = await chosenRecipients(scope, span, found);
  return found.map((one) => {
    const recipient = chosen.get(one.household_id);
    if (recipient) return { ...one, ...faceOf(recipient), left_out: null };
    const payee = payees.get(one.household_id);
    return {
      ...one,
      card_id: payee?.card_id ?? null,
      recipient_id: null,
      recipient_relation: null,
      payee_masked: payee?.head_name ? coveredName(payee.head_name) : null,
      payee_mark: payee ? markOfName(payee.head_name) : null,
      card_masked: payee?.card_masked ?? null,
      bank_name: payee?.bank_name ?? null,
      left_out: payee?.card_masked ? null : "no_bank_card",
    };
  });
}

async function read(scope: MedusaContainer, sql: string, span: PayableSpan): Promise<Payable[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(sql, {
    cooperative_id: span.cooperative_id,
    from: span.from ?? "2000-01-01",
    to: span.to ?? "2999-12-31",
    household_ids: span.household_ids ? [...span.household_ids] : null,
  });
  return z.array(row).parse(rows);
}

/** What would be payable, were it not for complaints about its lines: household by household. */
export async function heldByComplaints(
  scope: MedusaContainer,
  span: PayableSpan,
): Promise<Payable[]> {
  return read(scope, HELD, span);
}

/** Recipients by the household whose money they take. */
async function chosenRecipients(
  scope: MedusaContainer,
  { recipients = [], inForce = false, on }: PayableSpan,
  found: readonly { household_id: string }[],
): Promise<Map<string, Recipient>> {
  const asked = inForce ? found : recipients;
  if (asked.length === 0) return new Map();
  const valid = await scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE).validRecipients(
    [...asked, ...recipients].map((one) => one.household_id),
    on ?? dayInShanghai(new Date()),
  );
  const chosen = new Map<string, Recipient>();
  // The last one is recorded for the longest: they come with the farthest last day first.
  if (inForce) for (const one of valid.toReversed()) chosen.set(one.household_id, one);
  for (const { household_id, recipient_id } of recipients) {
    const own = valid.find((one) => one.id === recipient_id && one.household_id === household_id);
    if (recipient_id === null) chosen.delete(household_id);
    else if (own) chosen.set(household_id, own);
    else throw refuse("recipient_expired", { field: "recipients" });
  }
  return chosen;
}

function faceOf({ id, name, relation, card_masked, bank_name }: Recipient) {
  return {
    payee_masked: coveredName(name),
    payee_mark: markOfName(name),
    card_masked,
    bank_name,
    card_id: null,
    recipient_id: id,
    recipient_relation: relation,
  };
}
