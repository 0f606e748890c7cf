/**
 * Keeps household files. Every read and write goes through `withScope` or `asSystem`: without one of
 * them the database shows no row. The scope stands in each query too; neither wall trusts the other.
 */
import { env } from "../../env";
import type { HouseholdInput } from "./household-input";
import { readMembership } from "./member-reading";
import type { ChangingMembers, Membership } from "./member-types";
import { changeMembers } from "./members";
import { readCards, recordCard } from "./cards";
import { readFullPayees, readPayees } from "./payees";
import type { PrivateField } from "./private-number";
import { readPrivateNumber } from "./private-reading";
import { registerHouseholds, withdrawHouseholds, type Registered } from "./register";
import { markUnmarked } from "./number-mark";
import * as recipients from "./recipients";
import { dataKeyFrom } from "./seal";
import {
  countByDivision,
  isThere,
  readFaces,
  readFacesNamed,
  readFile,
  readPage,
  readSuppliers,
} from "./reading";
import type {
  CardOfHousehold,
  FullPayee,
  FullRecipient,
  HouseholdCards,
  HouseholdFace,
  HouseholdFile,
  HouseholdFilters,
  HouseholdRow,
  NewCard,
  NewRecipient,
  Payee,
  Recipient,
  SupplierFilters,
} from "./rows";
import { Walled } from "./walled";

export class HouseholdModuleService extends Walled {
  readonly #key = dataKeyFrom(env.YIGOU_DATA_KEY);
  #marking: Promise<string[]> | undefined;

  /** Marks, once in a process, the numbers that were sealed before there were marks: a migration has no key. */
  async #marked(): Promise<void> {
    this.#marking ??= this.asSystem((trx) => markUnmarked(trx, this.#key));
    await this.#marking.catch((error: unknown) => {
      this.#marking = undefined;
      throw error;
    });
  }

  /** Registers households; codes that are there already stay as they are. */
  async register(files: readonly HouseholdInput[]): Promise<Registered[]> {
    await this.#marked();
    return await this.asSystem((trx) => registerHouseholds(trx, files, this.#key));
  }

  /** Takes registrations out of sight whose import failed later on; safe to run twice. */
  async withdraw(ids: readonly string[]): Promise<void> {
    await this.asSystem((trx) => withdrawHouseholds(trx, ids));
  }

  /** A page of the households within a scope, by code. */
  async list(
    scope: string,
    filters: HouseholdFilters,
  ): Promise<{ households: HouseholdRow[]; count: number }> {
    return await this.withScope(scope, (trx) => readPage(trx, scope, filters));
  }

  /** One household's file, private numbers masked; null when it is not there or not within the scope. */
  async file(scope: string, id: string): Promise<HouseholdFile | null> {
    return await this.withScope(scope, (trx) => readFile(trx, scope, id));
  }

  /** Whether a household lies within a scope. */
  async isWithin(scope: string, id: string): Promise<boolean> {
    return await this.withScope(scope, (trx) => isThere(trx, scope, id));
  }

  /** How many households each village or township under a scope has. */
  async countsByDivision(scope: string): Promise<{ division_code: string; households: number }[]> {
    return await this.withScope(scope, (trx) => countByDivision(trx, scope));
  }

  /** What the public may know of these households. */
  async faces(ids: readonly string[]): Promise<Map<string, HouseholdFace>> {
    return await this.asSystem((trx) => readFaces(trx, ids));
  }

  /** The public faces of these aliases under a prefix; an alias that is unknown there has no entry. */
  async facesNamed(scope: string, aliases: readonly string[]): Promise<Map<string, HouseholdFace>> {
    return await this.withScope(scope, (trx) => readFacesNamed(trx, scope, aliases));
  }

  /** A page of the public faces under a prefix, by code; `q` is part of an alias, `ids` narrows further. */
  async listSuppliers(
    filters: SupplierFilters,
  ): Promise<{ households: HouseholdFace[]; count: number }> {
    return await this.withScope(filters.scope, (trx) => readSuppliers(trx, filters));
  }

  /** Whom transfers go to, cards masked. */
  async payees(ids: readonly string[]): Promise<Map<string, Payee>> {
    return await this.asSystem((trx) => readPayees(trx, ids));
  }

  /** Whom transfers to these cards go to, in full: for the file that a bank takes. Log the reads first. */
  async fullPayees(cards: readonly CardOfHousehold[]): Promise<(FullPayee | null)[]> {
    return await this.asSystem((trx) => readFullPayees(trx, cards, this.#key));
  }

  /** The household's own cards; null out of the scope. */
  async cards(scope: string, household_id: string): Promise<HouseholdCards | null> {
    return await this.withScope(scope, (trx) => readCards(trx, scope, household_id));
  }

  /** Records the household's card anew. @throws the refusals of `recordCard` */
  async recordCard(scope: string, one: NewCard): Promise<void> {
    await this.withScope(scope, (trx) => recordCard(trx, scope, one, this.#key));
  }

  /** Who belongs and belonged to a household, and what happened to them; null out of the scope. */
  async members(scope: string, household_id: string): Promise<Membership | null> {
    return await this.withScope(scope, (trx) => readMembership(trx, scope, household_id));
  }

  /** Changes the members of a household. @throws the refusals of `changeMembers` */
  async changeMembers(scope: string, asked: ChangingMembers): Promise<void> {
    await this.#marked();
    await this.withScope(scope, (trx) => changeMembers(trx, scope, asked, this.#key));
  }

  /** Records who takes a household's money instead. @throws refusal `not_found`, `invalid_input` */
  async addRecipient(scope: string, one: NewRecipient): Promise<string> {
    return await this.withScope(scope, (trx) =>
      recipients.addRecipient(trx, scope, one, this.#key),
    );
  }

  /** Ends a recipient; answers its household. @throws refusal `not_found`, `recipient_ended` */
  async endRecipient(scope: string, ending: recipients.RecipientEnding): Promise<string> {
    return await this.withScope(scope, (trx) => recipients.endRecipient(trx, scope, ending));
  }

  /** All recipients of a household; null out of the scope. */
  async recipients(scope: string, household_id: string): Promise<Recipient[] | null> {
    return await this.withScope(scope, (trx) =>
      recipients.readRecipients(trx, scope, household_id),
    );
  }

  /** Recipients to whom money of these households may go on a day. */
  async validRecipients(ids: readonly string[], on: string): Promise<Recipient[]> {
    return await this.asSystem((trx) => recipients.validRecipients(trx, ids, on));
  }

  /** Recipients that are valid on a day, cards in full: for the file that a bank takes. Log the reads first. */
  async fullRecipients(ids: readonly string[], on: string): Promise<Map<string, FullRecipient>> {
    return await this.asSystem((trx) => recipients.fullRecipients(trx, ids, on, this.#key));
  }

  /**
   * A private number in full, for a payment or a check in person. Log the read first.
   *
   * @returns null when it is not kept, not there, or not within the scope
   */
  async privateNumber(scope: string, id: string, field: PrivateField): Promise<string | null> {
    return await this.withScope(scope, (trx) =>
      readPrivateNumber(trx, scope, { id, field }, this.#key),
    );
  }
}
