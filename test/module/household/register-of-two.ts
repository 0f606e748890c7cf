/** What tests of one person in one household share: two villages, people who join and leave. */
import knex from "knex";

import { HouseholdModuleService } from "../../../backend/src/modules/household/service";
import type { MemberChange } from "../../../backend/src/modules/household/member-types";
import { idNumber } from "../../../backend/src/scripts/demo/data/numbers";
import { freshDatabase } from "../../support/postgres";
import { household } from "../../unit/household/household";

/** The two villages. */
export const HERE = "999999101200";
export const THERE = "999999102200";
/** Both of them. */
export const COUNTY = "999999";
/** What is said of somebody who is present in another household. */
export const ELSEWHERE = { refusal: "member_elsewhere" };

/** Opens a register over a database of its own. */
export async function openRegister() {
  const database = await freshDatabase();
  const pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 8 } });
  /** Another process over the same database. */
  const service = () => new HouseholdModuleService({ __pg_connection__: pg });
  const households = service();
  let serial = 100;
  let born = 0;
  /** The next household to register, with numbers of its own. */
  const file = (more: object = {}) => household(more, (serial += 1));
  /** An ID number that nobody has. */
  const number = () => idNumber("1996-03-08", (born += 1));

  async function home(division_code = HERE): Promise<string> {
    const [one] = await households.register([file({ division_code })]);
    return one?.id ?? "";
  }

  /** Makes a change on what stands now. */
  async function change(
    household_id: string,
    changeOf: (version: number) => MemberChange,
    { scope = COUNTY, by = households } = {},
  ): Promise<void> {
    const found = await households.members(COUNTY, household_id);
    const who = { id: "off_cadre", name: "周䶮" };
    const asked = { household_id, change: changeOf(found?.version ?? 0), by: who };
    const when = { at: "2026-11-23T02:00:00.000Z", today: "2026-11-23" };
    await by.changeMembers(scope, { ...asked, ...when });
  }

  /** The last one of a name. */
  async function memberNamed(household_id: string, name: string): Promise<string> {
    const found = await households.members(COUNTY, household_id);
    const one = found?.members.findLast((member) => member.name === name);
    if (!one) throw new Error("nobody of that name");
    return one.id;
  }

  async function close(): Promise<void> {
    await pg.destroy();
    await database.drop();
  }

  const made = { file, number, home, service };
  return { households, database, ...made, change, memberNamed, close };
}

/** An open register. */
export type Register = Awaited<ReturnType<typeof openRegister>>;

/** A son who comes back. */
export const joining =
  (id_number: string) =>
  (version: number): MemberChange => ({
    kind: "joined",
    version,
    name: "钟小满",
    relation: "son",
    birth_year: null,
    id_number,
    joined_on: "2020-01-01",
    reason: "returned",
    note: null,
  });

/** Somebody who moves away. */
export const leaving =
  (member_id: string) =>
  (version: number): MemberChange => ({
    kind: "left",
    version,
    member_id,
    left_on: "2026-11-01",
    reason: "moved",
    note: null,
  });

/** An entry is put right. */
export const correcting =
  (member_id: string, changes: object) =>
  (version: number): MemberChange => ({
    kind: "corrected",
    version,
    member_id,
    reason: "写错了",
    ...changes,
  });
