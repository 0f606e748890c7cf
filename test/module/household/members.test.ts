/** Members in the tables: what the database itself refuses, and to whom money goes when the head changes. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { HouseholdModuleService } from "../../../backend/src/modules/household/service";
import type { MemberChange } from "../../../backend/src/modules/household/member-types";
import { withClient } from "../../../backend/local/database";
import { MEMBER_ID } from "../../lists/household-members";
import { freshDatabase, type TestDatabase } from "../../support/postgres";
import { household, numbersOf } from "../../unit/household/household";

const HERE = "999999101200";
const TODAY = "2026-11-23";
const AT = "2026-11-23T02:00:00.000Z";

let database: TestDatabase;
let pg: Knex;
let households: HouseholdModuleService;
let home: string;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 6 } });
  households = new HouseholdModuleService({ __pg_connection__: pg });
  const [one] = await households.register([household({ division_code: HERE }, 31)]);
  home = one?.id ?? "";
});
afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

const members = async () => {
  const found = await households.members(HERE, home);
  if (!found) throw new Error("the household is not there");
  return found;
};

/** Makes a change on what stands now. */
async function change(changeOf: (version: number) => MemberChange, scope = HERE): Promise<void> {
  const { version } = await members();
  const by = { id: "off_cadre", name: "周䶮" };
  const asked = { household_id: home, change: changeOf(version), by, at: AT, today: TODAY };
  await households.changeMembers(scope, asked);
}

const joins = {
  kind: "joined",
  name: "钟小满",
  relation: "son",
  birth_year: null,
  id_number: MEMBER_ID,
  joined_on: "2020-01-01",
  reason: "returned",
  note: null,
} as const;

const memberNamed = async (name: string) =>
  (await members()).members.find((one) => one.name === name)?.id ?? "";

describe("a member", () => {
  it("is entered with a sealed number, out of which the year of birth is read", async () => {
    await change((version) => ({ ...joins, version }));
    const found = (await members()).members.find((one) => one.name === joins.name);
    expect(found).toMatchObject({ birth_year: 1996, left_on: null });
    expect(found?.id_number_masked).toMatch(/^990\*+.{4}$/);
    const dump = await withClient(database.superuserUrl, async (client) => {
      const rows = await client.query("select * from household_member, household_member_event");
      return JSON.stringify(rows.rows);
    });
    expect(dump).not.toContain(MEMBER_ID);
  });

  it("is nobody whose number another member has, be it the household's own", async () => {
    const again = { ...joins, name: "钟又满", birth_year: 1996 };
    await expect(change((version) => ({ ...again, version }))).rejects.toMatchObject({
      refusal: "member_known",
    });
    const { id_number } = numbersOf(31);
    const asHead = { ...joins, name: "钟三满", id_number };
    await expect(change((version) => ({ ...asHead, version }))).rejects.toMatchObject({
      refusal: "member_known",
    });
  });

  it("is changed from another scope by nobody", async () => {
    const elsewhere = change(
      (version) => ({ ...joins, version, name: "钟四满", id_number: null }),
      "999999102",
    );
    await expect(elsewhere).rejects.toMatchObject({ refusal: "not_found" });
  });
});

describe("a head", () => {
  it("is there at any moment, and once: the database refuses none and two", async () => {
    const head = await memberNamed("钟有福");
    const gone = households.withScope(HERE, (trx) =>
      trx("household_member").where({ id: head }).update({ relation: "other" }),
    );
    await expect(gone).rejects.toThrow(/a household has a head/);
    const two = households.withScope(HERE, (trx) =>
      trx("household_member").where({ household_id: home }).update({ relation: "head" }),
    );
    await expect(two).rejects.toThrow(/household_one_head/);
  });

  it("changes, and the card stays the former head's until he has left: then there is none", async () => {
    const [head, spouse, son] = [
      await memberNamed("钟有福"),
      await memberNamed("温素琴"),
      await memberNamed("钟小满"),
    ];
    await change((version) => ({
      kind: "head",
      version,
      member_id: spouse,
      on: "2026-11-01",
      reason: "原户主长期外出",
      relations: [
        { member_id: head, relation: "spouse" },
        { member_id: son, relation: "son" },
      ],
    }));
    const heads = (await members()).members.filter((one) => one.relation === "head");
    expect(heads.map((one) => one.name)).toEqual(["温素琴"]);
    const file = await households.file(HERE, home);
    // The number that was registered is the former head's.
    expect(file).toMatchObject({ head_name: "温素琴", id_number_masked: null });
    const payee = async () => (await households.payees([home])).get(home);
    expect((await payee())?.head_name).toBe("钟有福");
    expect((await payee())?.card_masked).toMatch(/\*+\d{4}$/);
    await change((version) => ({
      kind: "left",
      version,
      member_id: head,
      left_on: "2026-11-20",
      reason: "moved",
      note: null,
    }));
    expect(await payee()).toMatchObject({ card_masked: null, bank_name: null });
    expect(await households.fullPayees([{ household_id: home, card_id: null }])).toEqual([null]);
    expect((await households.file(HERE, home))?.bank_card_masked).toBeNull();
  });
});

describe("what happened", () => {
  it("is neither changed nor removed, and not seen from elsewhere", async () => {
    for (const sql of [
      "update household_member_event set reason = 'x'",
      "delete from household_member_event",
      "delete from household_member",
    ])
      await expect(households.asSystem((trx) => trx.raw(sql))).rejects.toThrow(/never/);
    const seen = (scope: string) =>
      households.withScope(scope, (trx) => trx("household_member_event").count());
    expect(await seen("999999102")).toEqual([{ count: "0" }]);
    expect(await seen(HERE)).toEqual([{ count: "3" }]);
  });
});
