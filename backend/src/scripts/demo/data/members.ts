/** The people of an invented household: three generations, dated, some of whom have left. */
import { elderMen, elderWomen, men, women, youngMen, youngWomen } from "./names";
import { idNumber } from "./numbers";
import type { Dice } from "./random";
import type { MemberRole, MemberSeed } from "./shapes";

/** What decides who lives in a household. */
export interface Household {
  surname: string;
  /** A given head, for rare characters; else one is invented. */
  headName: string | null;
  able: boolean;
  serial: number;
}

interface Person {
  name: string;
  role: MemberRole;
  gender: "male" | "female";
  birthYear: number;
  joinedOn?: string;
  left?: readonly [on: string, reason: string];
}

const THIS_YEAR = 2026;
const OTHER_SURNAMES = ["温", "罗", "郭", "曹", "邓", "彭", "沈", "袁", "范", "方"];

/** An elderly or ailing couple, or one person alone: nobody of working age. */
function unableHousehold(home: Household, dice: Dice): Person[] {
  const people: Person[] = [
    {
      name: home.headName ?? home.surname + dice.pick(elderMen),
      role: "head",
      gender: "male",
      birthYear: dice.between(1942, 1954),
    },
  ];
  if (dice.next() < 0.55) {
    people.push({
      name: dice.pick(OTHER_SURNAMES) + dice.pick(elderWomen),
      role: "spouse",
      gender: "female",
      birthYear: dice.between(1945, 1957),
    });
  }
  if (dice.next() < 0.3) {
    people.push({
      name: home.surname + dice.pick(youngMen),
      role: "grandchild",
      gender: "male",
      birthYear: dice.between(2010, 2016),
    });
  }
  return people;
}

function ableHousehold(home: Household, dice: Dice): Person[] {
  const headIsWoman = home.headName === null && dice.next() < 0.18;
  const headBirth = dice.between(1966, 1984);
  const people: Person[] = [
    {
      name: home.headName ?? home.surname + dice.pick(headIsWoman ? women : men),
      role: "head",
      gender: headIsWoman ? "female" : "male",
      birthYear: headBirth,
    },
  ];
  if (!headIsWoman) {
    people.push({
      name: dice.pick(OTHER_SURNAMES) + dice.pick(women),
      role: "spouse",
      gender: "female",
      birthYear: headBirth + dice.between(0, 4),
    });
  }
  if (dice.next() < 0.5) {
    people.push({
      name: dice.pick(OTHER_SURNAMES) + dice.pick(elderWomen),
      role: "mother",
      gender: "female",
      birthYear: headBirth - dice.between(22, 28),
    });
  }
  if (dice.next() < 0.25) {
    const left = dice.next() < 0.4 ? (["2026-03-08", "去世"] as const) : undefined;
    people.push({
      name: home.surname + dice.pick(elderMen),
      role: "father",
      gender: "male",
      birthYear: headBirth - dice.between(23, 30),
      ...(left ? { left } : {}),
    });
  }
  people.push({
    name: home.surname + dice.pick(youngMen),
    role: "son",
    gender: "male",
    birthYear: headBirth + dice.between(23, 28),
  });
  if (dice.next() < 0.6) {
    const left =
      headBirth < 1972 && dice.next() < 0.7 ? (["2025-10-02", "出嫁迁出"] as const) : undefined;
    people.push({
      name: home.surname + dice.pick(youngWomen),
      role: "daughter",
      gender: "female",
      birthYear: headBirth + dice.between(24, 30),
      ...(left ? { left } : {}),
    });
  }
  if (headBirth < 1971 && dice.next() < 0.5) {
    people.push({
      name: dice.pick(OTHER_SURNAMES) + dice.pick(youngWomen),
      role: "daughter_in_law",
      gender: "female",
      birthYear: headBirth + 26,
      joinedOn: "2025-05-20",
    });
    people.push({
      name: home.surname + dice.pick(youngMen),
      role: "grandchild",
      gender: "male",
      birthYear: THIS_YEAR,
      joinedOn: "2026-02-11",
    });
  }
  return people;
}

function toSeed(person: Person, at: number, home: Household, dice: Dice): MemberSeed {
  const birthOn =
    person.birthYear === THIS_YEAR
      ? "2026-02-11"
      : `${String(person.birthYear)}-${String(dice.between(1, 12)).padStart(2, "0")}-${String(dice.between(1, 28)).padStart(2, "0")}`;
  const sequence = ((home.serial * 9 + at) % 499) * 2 + (person.gender === "male" ? 1 : 0);
  const age = THIS_YEAR - person.birthYear;
  const born = birthOn > "2015-01-01" ? birthOn : "2015-01-01";
  return {
    name: person.name,
    role: person.role,
    gender: person.gender,
    birth_on: birthOn,
    id_number: idNumber(birthOn, sequence),
    joined_on: person.joinedOn ?? born,
    left_on: person.left?.[0] ?? null,
    left_reason: person.left?.[1] ?? null,
    able_to_work: home.able && age >= 16 && age <= 64,
  };
}

/** @returns the members, the head first, nobody twice */
export function membersOf(home: Household, dice: Dice): MemberSeed[] {
  const people = home.able ? ableHousehold(home, dice) : unableHousehold(home, dice);
  return people.map((person, at) => toSeed(person, at, home, dice));
}
