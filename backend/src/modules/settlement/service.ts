/** Keeps settlements, vouchers and bank statements; every write is one transaction. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import { insertAtOnce, knownPayment, type AtOnce, type KnownPayment } from "./at-once";
import * as booking from "./booking";
import * as head from "./head";
import { decideMatch, findMatches, type MatchDecision } from "./matching";
import { pairByHand, type HandPairing } from "./pairing";
import { insertSettlement, writeStep, type Step } from "./register";
import type { Line, NewSettlement, NewVoucher, SettlementHead, Voucher } from "./rows";
import { startImport, storeRows, type NewStatement, type StatementHead } from "./statement-table";
import type { BankRow } from "./statement";
import * as unpaid from "./unpaid";
import { insertVoucher, knownVoucher } from "./voucher";

interface Dependencies {
  __pg_connection__: Knex;
}

/** A voucher's file that was kept. */
export interface VoucherFile {
  cooperative_id: string;
  file_key: string;
  kind: string;
  sha256: string;
  uploaded_by: string;
  at: string;
}

export class SettlementModuleService {
  readonly #pg: Knex;

  constructor({ __pg_connection__ }: Dependencies) {
    this.#pg = __pg_connection__;
  }

  /** Prepares a draft. @throws refusal `nothing_payable`, `credit_in_settlement` */
  async prepare(draft: NewSettlement): Promise<{ id: string; number: string }> {
    return this.#pg.transaction((trx) => insertSettlement(trx, draft));
  }

  /** One settlement of a cooperative. @throws refusal `not_found` */
  async head(cooperative_id: string, id: string): Promise<SettlementHead> {
    return head.readHead(this.#pg, cooperative_id, id);
  }

  /** Submits, approves, sends back or cancels. @throws what the step refuses */
  async step(step: head.StepToTake): Promise<SettlementHead> {
    return this.#pg.transaction((trx) => head.takeStep(trx, step));
  }

  /** Says that the file for the bank was made. @throws refusal `not_found`, `state_conflict` */
  async exported(input: Parameters<typeof head.markExported>[1]): Promise<void> {
    return this.#pg.transaction((trx) => head.markExported(trx, input));
  }

  /** Writes down something that changes nothing else, such as the reading of a voucher. */
  async note(step: Step): Promise<void> {
    await writeStep(this.#pg, step);
  }

  /** The lines of a settlement that wait for payment, with their credits. */
  async pending(settlement_id: string, line_ids?: readonly string[]): Promise<Line[]> {
    return booking.pendingLines(this.#pg, settlement_id, line_ids);
  }

  /** One line of a cooperative. @throws refusal `not_found` */
  async line(cooperative_id: string, line_id: string): Promise<Line> {
    return unpaid.ownLine(this.#pg, cooperative_id, line_id);
  }

  /** A voucher that was booked under this reference before, or null. @throws refusal `voucher_reused` */
  async knownVoucher(voucher: NewVoucher): Promise<string | null> {
    return knownVoucher(this.#pg, voucher);
  }

  /** Writes a voucher; its lines wait for their postings from then on. @throws what the voucher refuses */
  async voucher(voucher: NewVoucher): Promise<string> {
    return this.#pg.transaction((trx) => insertVoucher(trx, voucher));
  }

  /** The payment of one household under a reference, or null. @throws refusal `voucher_reused` */
  async knownPayment(
    cooperative_id: string,
    household_id: string,
    voucher: AtOnce,
  ): Promise<KnownPayment | null> {
    return knownPayment(this.#pg, cooperative_id, household_id, voucher);
  }

  /** A settlement of one household with its voucher, in one go. @throws what preparing and booking refuse */
  async atOnce(draft: NewSettlement, voucher: AtOnce): Promise<string> {
    return this.#pg.transaction((trx) => insertAtOnce(trx, draft, voucher));
  }

  /** Lines whose posting or return was said and is not finished, the oldest first. */
  async unfinished(
    limit: number,
    settlement_id?: string,
  ): Promise<{ line: Line; voucher: Voucher }[]> {
    return booking.readUnfinished(this.#pg, limit, settlement_id);
  }

  /** Marks lines as paid whose postings are in the ledger; safe to repeat. */
  async paid(lines: readonly booking.BookedLine[], at: string): Promise<void> {
    await this.#pg.transaction((trx) => booking.markPaid(trx, lines, at));
  }

  /** A booking that the ledger refuses for good: the line fails, and says that its credits have changed. */
  async setAside(line_id: string, at: string): Promise<void> {
    await this.#pg.transaction((trx) => unpaid.setAside(trx, line_id, at));
  }

  /** The bank refused a line. @throws refusal `not_found`, `line_not_pending` */
  async fail(word: unpaid.LineWord): Promise<Line> {
    return this.#pg.transaction((trx) => unpaid.failLine(trx, word));
  }

  /** A booked transfer came back; finish it when the ledger says so. @throws refusal `not_found`, `line_not_paid` */
  async startReturn(word: unpaid.LineWord & { returned_on: string }): Promise<Line> {
    return this.#pg.transaction((trx) => unpaid.startReturn(trx, word));
  }

  /** The return is in the ledger. */
  async finishReturn(line_id: string, seq: number): Promise<void> {
    await unpaid.finishReturn(this.#pg, line_id, seq);
  }

  /** The ledger refused the return. */
  async dropReturn(line_id: string): Promise<void> {
    await unpaid.dropReturn(this.#pg, line_id);
  }

  /** Keeps what is known of a voucher's file. */
  async keepFile(file: VoucherFile): Promise<string> {
    const id = generateEntityId(undefined, "vfile");
    await this.#pg.raw(
      `insert into voucher_file (id, cooperative_id, file_key, kind, sha256, uploaded_by, uploaded_at)
       values (?, ?, ?, ?, ?, ?, ?)`,
      [id, file.cooperative_id, file.file_key, file.kind, file.sha256, file.uploaded_by, file.at],
    );
    return id;
  }

  /** Whether a file of a voucher is this cooperative's. */
  async ownsFile(cooperative_id: string, file_id: string): Promise<boolean> {
    const found = await this.#pg.raw<{ rows: unknown[] }>(
      `select 1 from voucher_file where id = ? and cooperative_id = ?`,
      [file_id, cooperative_id],
    );
    return found.rows.length > 0;
  }

  /** Begins the import of a statement, or goes on with one that was cut off. */
  async startImport(statement: NewStatement): Promise<StatementHead> {
    return startImport(this.#pg, statement);
  }

  /** Stores some rows of a statement; rows that are known stay as they are. */
  async storeRows(statement: StatementHead, rows: readonly BankRow[]): Promise<StatementHead> {
    return this.#pg.transaction((trx) => storeRows(trx, statement, rows));
  }

  /** Finds what answers what among everything that has no answer yet. */
  async match(cooperative_id: string, at: string): Promise<{ matched: number; proposed: number }> {
    return this.#pg.transaction((trx) => findMatches(trx, cooperative_id, at));
  }

  /** Pairs a row with a line by hand. @throws refusal `not_found`, `pair_unfit`, `match_decided` */
  async pair(pairing: HandPairing): Promise<"proposed" | "confirmed"> {
    return this.#pg.transaction((trx) => pairByHand(trx, pairing));
  }

  /** Confirms or rejects a proposal. @throws refusal `not_found`, `match_decided`, `same_person`, `settlement_same_role` */
  async decide(decision: MatchDecision): Promise<void> {
    await this.#pg.transaction((trx) => decideMatch(trx, decision));
  }
}
