/** A household's income of a year: the platform's column and the cadre's beside each other. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { addGraded, graded, subtractGraded, type Graded } from "../../contract/grades";
import type { Reply } from "../../contract/routes";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { dayInShanghai } from "../../modules/rules";
import {
  memberDays,
  perHead,
  VERIFIED_INCOME_MODULE,
  type Stay,
  type VerifiedIncomeModuleService,
  type Version,
} from "../../modules/verified-income";
import { refuse } from "../../refuse";
import { platformFigures, type PlatformColumn } from "./platform-figures";

type Year = Reply<"GET /official/households/:id/years/:year">;

interface Counted {
  days: number;
  member_days: number;
}

/** First and last day of a year, no later than today. */
export function spanOfYear(year: number, today: string): { from: string; to: string } {
  const last = `${String(year)}-12-31`;
  return { from: `${String(year)}-01-01`, to: last < today ? last : today };
}

/** The twelve months that end on a day. */
export function twelveMonthsTo(day: string): { from: string; to: string } {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return {
    from: new Date(Date.UTC(year - 1, month - 1, date + 1)).toISOString().slice(0, 10),
    to: day,
  };
}

/**
 * Reads a year.
 *
 * @param scope container
 * @param prefix division prefix of the official
 * @param household_id the household
 * @throws refusal `not_found`; `period_ahead` for a year that has not begun
 */
export async function readYear(
  scope: MedusaContainer,
  prefix: string,
  household_id: string,
  year: number,
): Promise<Year> {
  const today = dayInShanghai(new Date());
  if (Number(today.slice(0, 4)) < year) throw refuse("period_ahead", { field: "year" });
  const register = scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const file = await register.file(prefix, household_id);
  if (!file) throw refuse("not_found");
  const [span, recent] = [spanOfYear(year, today), twelveMonthsTo(today)];
  const [platform, lately, versions] = await Promise.all([
    platformFigures(scope, household_id, span),
    platformFigures(scope, household_id, recent),
    scope.resolve<VerifiedIncomeModuleService>(VERIFIED_INCOME_MODULE).versions(household_id, year),
  ]);
  const counted = memberDays(file.members, span);
  const [newest] = versions;
  return {
    year,
    ...span,
    ...counted,
    platform: platformColumn(platform, counted),
    verified: newest ? verifiedColumn(newest, counted) : null,
    versions: await named(scope, versions),
    rolling: { ...recent, ...rollingOf(lately, file.members, recent) },
  };
}

function headOf<G extends "measured" | "verified">(net: Graded<G>, counted: Counted) {
  const fen = perHead(net.fen, counted);
  return fen === null ? null : graded(net.grade, fen);
}

function netOf({ byCategory }: PlatformColumn): Graded<"measured"> {
  const { wage, business, property, transfer } = byCategory;
  return addGraded(wage, business, property, transfer);
}

function platformColumn(column: PlatformColumn, counted: Counted): Year["platform"] {
  const { wage, business, property, transfer } = column.byCategory;
  const net = netOf(column);
  return {
    wage,
    business_gross: business,
    business_cost: null,
    property,
    transfer,
    net,
    uncounted: column.uncounted,
    net_per_head: headOf(net, counted),
  };
}

function rollingOf(
  column: PlatformColumn,
  stays: readonly Stay[],
  span: { from: string; to: string },
) {
  const net = netOf(column);
  return { net, net_per_head: headOf(net, memberDays(stays, span)) };
}

/** Net = wage + business gross − business cost + property + transfer. @source domain rules, "Income" */
function netOfVersion(version: Version): Graded<"verified"> {
  const of = (fen: number) => graded("verified", fen);
  return subtractGraded(
    addGraded(
      of(version.wage_fen),
      of(version.business_gross_fen),
      of(version.property_fen),
      of(version.transfer_fen),
    ),
    of(version.business_cost_fen),
  );
}

function verifiedColumn(version: Version, counted: Counted): NonNullable<Year["verified"]> {
  const of = (fen: number) => graded("verified", fen);
  const net = netOfVersion(version);
  return {
    wage: of(version.wage_fen),
    business_gross: of(version.business_gross_fen),
    business_cost: of(version.business_cost_fen),
    property: of(version.property_fen),
    transfer: of(version.transfer_fen),
    net,
    uncounted: of(version.uncounted_fen),
    net_per_head: headOf(net, counted),
  };
}

/** Versions with the names of those who entered them; the same figures by somebody else are a check. */
async function named(
  scope: MedusaContainer,
  versions: readonly Version[],
): Promise<Year["versions"]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { id: string; name: string }[] }>(
    `select id, name from official where id = any(?)`,
    [versions.map((one) => one.entered_by)],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return versions.map((one, at) => ({
    version: one.version,
    deed: deedOf(one, versions[at + 1]),
    net: netOfVersion(one),
    reasons: one.reasons,
    evidence_note: one.evidence_note,
    entered_by: names.get(one.entered_by) ?? "",
    entered_at: one.entered_at.toISOString(),
  }));
}

function deedOf(version: Version, before: Version | undefined): "entered" | "changed" | "checked" {
  if (!before) return "entered";
  const figures = [
    "wage_fen",
    "business_gross_fen",
    "business_cost_fen",
    "property_fen",
    "transfer_fen",
    "uncounted_fen",
  ] as const;
  const isSame = figures.every((name) => version[name] === before[name]);
  return isSame && version.entered_by !== before.entered_by ? "checked" : "changed";
}
