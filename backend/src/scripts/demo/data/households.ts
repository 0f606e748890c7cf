/**
 * Two hundred invented households in real villages, always the same: a seeded generator, no
 * Math.random. Names, numbers and stories belong to no one.
 */
import { z } from "zod";
import { villagesOf } from "./divisions";
import { enterprises } from "./enterprises";
import { membersOf, type Household } from "./members";
import { knownHouseholds, natureWords, surnames } from "./names";
import { bankCard, phoneNumber } from "./numbers";
import { diceOf, type Dice } from "./random";
import { packFor } from "./rule-packs";
import { householdSeed, type HouseholdSeed, type PairingSeed } from "./shapes";

/** Households per village, in the order of divisions.ts. */
const householdsPerVillage: readonly (readonly [township: string, counts: readonly number[]])[] = [
  ["360722100", [2, 1]],
  ["360722101", [12, 6, 6, 4]],
  ["360722102", [6, 4, 4]],
  ["360722104", [3, 3]],
  ["360722105", [4, 4, 4]],
  ["350583107", [4, 4, 4]],
  ["350583109", [3, 2]],
  ["350583112", [3, 3]],
  ["350583200", [3, 3, 3]],
  ["350583201", [4, 3, 3]],
  ["350923102", [3, 3]],
  ["350923104", [3, 3]],
  ["350923202", [3, 3]],
  ["350923203", [5, 4, 4]],
  ["350923205", [4, 4]],
  ["320412106", [2, 1]],
  ["320412110", [3, 2]],
  ["320412113", [4, 3]],
  ["320412114", [4, 3]],
  ["530523102", [3, 3]],
  ["530523103", [3, 3]],
  ["530523105", [3, 3]],
  ["530523204", [4, 4, 3]],
  ["530523207", [3, 2]],
];

const BANKS = ["农村商业银行", "邮政储蓄银行", "农业银行", "农村信用社"];

/** The public alias: surname, the word for family, and a word of the land; never used twice. */
function aliasOf(surname: string, taken: Set<string>, dice: Dice): string {
  const start = dice.between(0, natureWords.length - 1);
  for (let step = 0; step < natureWords.length; step += 1) {
    const word = natureWords[(start + step * 7) % natureWords.length];
    const alias = `${surname}家·${word ?? ""}`;
    if (word && !taken.has(alias)) {
      taken.add(alias);
      return alias;
    }
  }
  throw new Error(`no free alias for ${surname}`);
}

/** Able to work: one helper for one household. Unable: several helpers for one household. */
function pairingsOf(county: string, ableToWork: boolean, index: number, dice: Dice): PairingSeed[] {
  const helpers = enterprises.filter((enterprise) => enterprise.division_code.startsWith(county));
  const wanted = ableToWork ? (index % 6 === 5 ? 0 : 1) : Math.min(2, helpers.length);
  return helpers
    .map((_, at) => helpers[(at + index) % helpers.length])
    .slice(0, wanted)
    .flatMap((helper) =>
      helper
        ? [
            {
              enterprise_key: helper.key,
              kind: ableToWork ? ("one_to_one" as const) : ("many_to_one" as const),
              responsible_person: dice.pick(helper.responsible_persons),
              started_on: `2025-0${String(dice.between(1, 9))}-01`,
              ended_on: null,
            },
          ]
        : [],
    );
}

function statusOf(county: string, typeCode: string, index: number): HouseholdSeed["status"] {
  if (county === "320412") return "low_income";
  if (["unstable", "borderline", "hardship"].includes(typeCode) || index % 9 === 4)
    return "monitored";
  return index % 13 === 12 ? "general" : "lifted_out";
}

interface Place {
  villageCode: string;
  indexInCounty: number;
  indexInTownship: number;
  serial: number;
}

function makeHousehold(place: Place, taken: Set<string>): HouseholdSeed {
  const dice = diceOf(7_000 + place.serial);
  const county = place.villageCode.slice(0, 6);
  const township = place.villageCode.slice(0, 9);
  const known = knownHouseholds[county]?.find((row) => row.index === place.indexInCounty);
  const surname = known?.surname ?? dice.pick(surnames[county] ?? []);
  const pack = packFor(place.villageCode, 2026);
  const common = pack.household_types.find((row) =>
    ["lifted_out", "general_poor"].includes(row.code),
  );
  const drawn = common && dice.next() < 0.55 ? common : dice.pick(pack.household_types);
  const type = known?.alias && common ? common : drawn;
  const able = type.able_to_work !== false;
  const household: Household = {
    surname,
    headName: known?.head ?? null,
    able,
    serial: place.serial,
  };
  const causes = able
    ? ["skill", "capital", "schooling", "transport", "land", "water"]
    : ["illness", "disability", "labour"];
  return {
    key: `hh-${String(place.serial + 1).padStart(3, "0")}`,
    number: `${county}-${township.slice(6)}-${String(place.indexInTownship + 1).padStart(4, "0")}`,
    division_code: place.villageCode,
    public_alias: known?.alias ?? aliasOf(surname, taken, dice),
    type_code: type.code,
    tier: county === "320412" ? "city" : dice.pick(["national", "national", "provincial"]),
    causes: [...new Set([dice.pick(causes), dice.pick(causes)])],
    status: statusOf(county, type.code, place.indexInCounty),
    registered_on: `20${String(dice.between(14, 20))}-0${String(dice.between(1, 9))}-15`,
    able_to_work: able,
    phone: phoneNumber(1_000 + place.serial),
    bank_name: dice.pick(BANKS),
    bank_card: bankCard(100_000 + place.serial * 37),
    members: membersOf(household, dice),
    pairings: pairingsOf(county, able, place.indexInCounty, dice),
  };
}

function makeAll(): HouseholdSeed[] {
  const taken = new Set(
    Object.values(knownHouseholds).flatMap((rows) => rows.flatMap((row) => row.alias ?? [])),
  );
  const rows: HouseholdSeed[] = [];
  const inCounty = new Map<string, number>();
  for (const [township, counts] of householdsPerVillage) {
    const villages = villagesOf(township);
    let indexInTownship = 0;
    counts.forEach((count, at) => {
      for (let turn = 0; turn < count; turn += 1) {
        const villageCode = villages[at]?.code ?? "";
        const county = township.slice(0, 6);
        const indexInCounty = inCounty.get(county) ?? 0;
        inCounty.set(county, indexInCounty + 1);
        rows.push(
          makeHousehold(
            { villageCode, indexInCounty, indexInTownship, serial: rows.length },
            taken,
          ),
        );
        indexInTownship += 1;
      }
    });
  }
  return rows;
}

export const households: readonly HouseholdSeed[] = z
  .array(householdSeed)
  .length(200)
  .parse(makeAll());

/** Households of a township, in the order of their numbers. */
export function householdsOf(townshipCode: string): readonly HouseholdSeed[] {
  return households.filter((household) => household.division_code.startsWith(townshipCode));
}
