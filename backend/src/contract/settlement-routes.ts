/** Routes of settlements: prepared and approved in a cooperative, read by the officials of its area. */
import { z } from "zod";

import * as bank from "./bank-statement";
import * as payout from "./payout";
import { cadre, done, idParams, page, seller, type Route } from "./route";
import * as settlement from "./settlement";

const ofCooperative = {
  "GET /cooperative/settleable": {
    ...seller,
    query: settlement.settleableQuerySchema,
    reply: settlement.settleableReplySchema,
  },
  "GET /cooperative/settlements": {
    ...seller,
    query: settlement.settlementsQuerySchema,
    reply: settlement.settlementsReplySchema,
  },
  "POST /cooperative/settlements": {
    ...seller,
    body: settlement.settlementBodySchema,
    reply: settlement.settlementReplySchema,
  },
  "GET /cooperative/settlements/:id": {
    ...seller,
    params: idParams,
    reply: settlement.settlementReplySchema,
  },
  "GET /cooperative/settlements/:id/lines": {
    ...seller,
    params: idParams,
    query: settlement.linesQuerySchema,
    reply: settlement.linesReplySchema,
  },
  "POST /cooperative/settlements/:id/steps": {
    ...seller,
    params: idParams,
    body: settlement.stepBodySchema,
    reply: settlement.settlementReplySchema,
  },
  /** Answers with the file itself. */
  "POST /cooperative/settlements/:id/bank-file": {
    ...seller,
    params: idParams,
    body: payout.bankFileBodySchema,
    reply: done,
  },
  "POST /cooperative/settlements/:id/vouchers": {
    ...seller,
    params: idParams,
    body: payout.voucherBodySchema,
    reply: payout.bookingReplySchema,
  },
  "POST /cooperative/settlements/:id/booking": {
    ...seller,
    params: idParams,
    reply: payout.bookingReplySchema,
  },
  "GET /cooperative/settlement-lines/:id": {
    ...seller,
    params: idParams,
    reply: settlement.lineReplySchema,
  },
  "POST /cooperative/settlement-lines/:id/fail": {
    ...seller,
    params: idParams,
    body: payout.failBodySchema,
    reply: done,
  },
  "POST /cooperative/settlement-lines/:id/return": {
    ...seller,
    params: idParams,
    body: payout.cameBackBodySchema,
    reply: done,
  },
  /** Multipart, field `file`: a picture or a PDF. */
  "POST /cooperative/voucher-files": {
    ...seller,
    body: z.unknown(),
    reply: payout.voucherFileReplySchema,
  },
  /** Answers with the file itself. */
  "GET /cooperative/vouchers/:id/file": { ...seller, params: idParams, reply: done },
} as const satisfies Record<string, Route>;

const ofBank = {
  "GET /cooperative/bank-statements": {
    ...seller,
    query: page,
    reply: bank.statementsReplySchema,
  },
  /** Multipart, field `file`: CSV in UTF-8 or GB18030, or an Excel file. */
  "POST /cooperative/bank-statements": {
    ...seller,
    query: bank.statementQuerySchema,
    body: z.unknown(),
    reply: bank.statementReplySchema,
  },
  "GET /cooperative/reconciliation": {
    ...seller,
    query: bank.reconciliationQuerySchema,
    reply: bank.reconciliationReplySchema,
  },
  /** What could answer a row of the bank. */
  "GET /cooperative/bank-rows/:id/candidates": {
    ...seller,
    params: idParams,
    reply: bank.candidatesReplySchema,
  },
  "POST /cooperative/bank-rows/:id/pairing": {
    ...seller,
    params: idParams,
    body: bank.pairingBodySchema,
    reply: bank.pairingReplySchema,
  },
  "POST /cooperative/reconciliation/:id/decision": {
    ...seller,
    params: idParams,
    body: bank.decisionOfMatchBodySchema,
    reply: done,
  },
} as const satisfies Record<string, Route>;

const ofOfficials = {
  "GET /official/settlements": {
    ...cadre,
    query: settlement.settlementsQuerySchema,
    reply: settlement.settlementsReplySchema,
  },
  "GET /official/settlements/:id": {
    ...cadre,
    params: idParams,
    reply: settlement.settlementReplySchema,
  },
  "GET /official/settlements/:id/lines": {
    ...cadre,
    params: idParams,
    query: settlement.linesQuerySchema,
    reply: settlement.linesReplySchema,
  },
  /** Answers with the file itself. */
  "GET /official/vouchers/:id/file": { ...cadre, params: idParams, reply: done },
} as const satisfies Record<string, Route>;

/** Routes of settlements. */
export const settlementRoutes = { ...ofCooperative, ...ofBank, ...ofOfficials } as const;
