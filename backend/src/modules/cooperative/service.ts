/** The cooperatives' register: applications, decisions, members. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import { refuse } from "../../refuse";
import { insertMember, readMembers, type Member, type NewMember } from "./members";

/** Where a cooperative stands; only an approved one sells. */
export type CooperativeStatus = "applied" | "approved" | "refused" | "suspended";

/** What a cooperative says of itself when it applies. */
export interface Application {
  name: string;
  division_code: string;
  license_no: string;
  contact_name: string;
  contact_phone: string;
}

/** A cooperative as the register keeps it. */
export interface Cooperative extends Application {
  id: string;
  status: CooperativeStatus;
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
}

/** A decision over an application. */
export interface Decision {
  cooperative_id: string;
  status: "approved" | "refused";
  reason: string | null;
  decided_by: string;
  /** Division prefix of the one who decides; outside it nothing is found. */
  scope: string;
  at: Date;
}

interface Filed {
  cooperative_id: string;
  member_id: string;
  /** False when a refused application was filed again. */
  created: boolean;
}

const COLUMNS = "name, division_code, license_no, contact_name, contact_phone";

/** Thin register over the tables `cooperative` and `cooperative_member`. */
export class CooperativeService {
  private readonly pg: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.pg = __pg_connection__;
  }

  /**
   * Files an application for a login that has none, or again after a refusal.
   *
   * @throws refusal `application_exists` when the login or the licence has applied already
   */
  async file(
    login: { auth_identity_id: string; email: string },
    application: Application,
  ): Promise<Filed> {
    try {
      return await this.pg.transaction(async (tx) => {
        const again = await this.fileAgain(tx, login.auth_identity_id, application);
        return again ?? (await this.fileFirst(tx, login, application));
      });
    } catch (error) {
      if (isDuplicate(error)) throw refuse("application_exists");
      throw error;
    }
  }

  private async fileAgain(
    tx: Knex,
    auth_identity_id: string,
    application: Application,
  ): Promise<Filed | null> {
    const found = await tx.raw<{
      rows: { cooperative_id: string; member_id: string; status: string }[];
    }>(
      `select c.id cooperative_id, m.id member_id, c.status from cooperative_member m
       join cooperative c on c.id = m.cooperative_id where m.auth_identity_id = ? for update of c`,
      [auth_identity_id],
    );
    const [row] = found.rows;
    if (!row) return null;
    if (row.status !== "refused") throw refuse("application_exists");
    await tx.raw(
      `update cooperative set name = ?, division_code = ?, license_no = ?, contact_name = ?, contact_phone = ?,
         status = 'applied', decided_by = null, decided_at = null, decision_reason = null, updated_at = now()
       where id = ?`,
      [...valuesOf(application), row.cooperative_id],
    );
    return { cooperative_id: row.cooperative_id, member_id: row.member_id, created: false };
  }

  private async fileFirst(
    tx: Knex,
    login: { auth_identity_id: string; email: string },
    application: Application,
  ): Promise<Filed> {
    const cooperative_id = generateEntityId(undefined, "coop");
    const member_id = generateEntityId(undefined, "coopm");
    await tx.raw(`insert into cooperative (id, ${COLUMNS}) values (?, ?, ?, ?, ?, ?)`, [
      cooperative_id,
      ...valuesOf(application),
    ]);
    await tx.raw(
      `insert into cooperative_member (id, cooperative_id, auth_identity_id, email, name, role)
       values (?, ?, ?, ?, ?, 'manager')`,
      [member_id, cooperative_id, login.auth_identity_id, login.email, application.contact_name],
    );
    return { cooperative_id, member_id, created: true };
  }

  /** Takes a first application back; safe to run twice. */
  async withdraw(cooperative_id: string): Promise<void> {
    await this.pg.raw(`delete from cooperative where id = ? and status = 'applied'`, [
      cooperative_id,
    ]);
  }

  /**
   * Decides an open application.
   *
   * @throws refusal `not_found` outside the scope, `application_decided` the second time
   */
  async decide(decision: Decision): Promise<void> {
    const { cooperative_id, scope } = decision;
    const done = await this.pg.raw<{ rows: unknown[] }>(
      `update cooperative set status = ?, decision_reason = ?, decided_by = ?, decided_at = ?, updated_at = now()
       where id = ? and starts_with(division_code, ?) and status = 'applied' returning id`,
      [decision.status, decision.reason, decision.decided_by, decision.at, cooperative_id, scope],
    );
    if (done.rows.length > 0) return;
    const there = await this.find(cooperative_id);
    throw refuse(there?.division_code.startsWith(scope) ? "application_decided" : "not_found");
  }

  /** Opens a decided application again; undo of `decide`. */
  async reopen(cooperative_id: string): Promise<void> {
    await this.pg.raw(
      `update cooperative set status = 'applied', decision_reason = null, decided_by = null, decided_at = null
       where id = ?`,
      [cooperative_id],
    );
  }

  /** Adds a member. @throws refusal `account_exists` when the login is a member already */
  async addMember(member: NewMember): Promise<string> {
    return insertMember(this.pg, member);
  }

  /** Takes a member back whose login could not be made; safe to run twice. */
  async removeMember(id: string): Promise<void> {
    await this.pg.raw(`delete from cooperative_member where id = ?`, [id]);
  }

  /** The members of a cooperative, managers first. */
  async members(cooperative_id: string): Promise<Member[]> {
    return readMembers(this.pg, cooperative_id);
  }

  /** One cooperative, or null. */
  async find(id: string): Promise<Cooperative | null> {
    return (await this.list([id]))[0] ?? null;
  }

  /** Cooperatives by id. */
  async list(ids: string[]): Promise<Cooperative[]> {
    const found = await this.pg.raw<{ rows: Cooperative[] }>(
      `select id, ${COLUMNS}, status, decided_by, decided_at, decision_reason from cooperative where id = any(?)`,
      [ids],
    );
    return found.rows;
  }
}

function valuesOf(application: Application): string[] {
  const { name, division_code, license_no, contact_name, contact_phone } = application;
  return [name, division_code, license_no, contact_name, contact_phone];
}

/** PostgreSQL's code for a broken unique index. */
function isDuplicate(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "23505";
}
