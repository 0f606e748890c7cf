/** Settlement: from what is payable to the bank's statement. */
import { Module } from "@medusajs/framework/utils";

import { SettlementModuleService } from "./service";

/** Key under which the container holds the service. */
export const SETTLEMENT_MODULE = "settlement";

export { bankCsv, bankSheet, type BankFile, type BankFileLine } from "./bank-file";
export { bankLayouts } from "./bank-layouts";
export { coveredName, hashOf, markOfName } from "./mark";
export { CANDIDATES } from "./pairing";
export { readStatement, type BankRow } from "./statement";
export { mayPrepare, stepRefusal, takesTwo, ways, type ApprovalRule } from "./states";
export { voucherKind } from "./voucher-file";
export type {
  Item,
  Line,
  NewLine,
  NewSettlement,
  NewVoucher,
  Person,
  SettlementHead,
  Voucher,
} from "./rows";
export type { SettlementModuleService } from "./service";

export default Module(SETTLEMENT_MODULE, { service: SettlementModuleService });
