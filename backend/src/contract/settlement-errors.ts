/** Refusals of settlements, vouchers and bank statements. */
export const settlementRefusals = {
  credit_in_settlement: [
    409,
    "其中有收入已在另一张结算单里",
    "Some of this income stands in another settlement",
  ],
  settlement_same_role: [
    403,
    "须由另一角色的人复核：会计制单，负责人批准",
    "Another role must approve: the bookkeeper prepares, the manager approves",
  ],
  settlement_changed: [
    409,
    "应付金额在制单后有变动，请作废后重新制单",
    "What is payable has changed since; cancel and prepare it again",
  ],
  settlement_under_complaint: [
    409,
    "其中有收入的订单行正在处理投诉，暂不能付款；投诉了结后再办，或作废后重新制单",
    "Some of this income waits for a complaint about its line; wait until it is closed, or cancel and prepare it again",
  ],
  settlement_too_large: [
    400,
    "一张结算单最多 5000 户，请分批",
    "A settlement has 5,000 households at most",
  ],
  voucher_reused: [
    409,
    "该流水号已登记在另一笔转账上",
    "This bank reference was booked for another transfer",
  ],
  line_not_pending: [409, "该户不在待付状态", "This line is not waiting for payment"],
  line_not_paid: [409, "该户没有已登记的打款", "No payment of this line was booked"],
  transfer_confirmed: [
    409,
    "农户已确认收款，不能登记退汇；如有出入请走异议",
    "The household has confirmed this payment: it can only be objected to",
  ],
  two_people_needed: [
    403,
    "这个金额须两人办理：请制作结算单，由负责人批准",
    "This takes two people: prepare a settlement and let the manager approve it",
  ],
  upload_not_voucher: [400, "凭证只接受图片或 PDF", "A voucher is a picture or a PDF file"],
  statement_layout_unknown: [
    400,
    "认不出流水的表头，请选择银行格式",
    "The heading of this statement is not known, please choose the bank's layout",
  ],
  statement_row_wrong: [
    400,
    "流水有一行读不懂，没有导入",
    "A row cannot be read, nothing was imported",
  ],
  recipient_expired: [
    409,
    "代收人已过期、已停用或不属于这一户，请重新选择收款人",
    "This recipient has expired, was ended, or is not of this household: choose the payee again",
  ],
  recipient_ended: [409, "该代收人已停用", "This recipient was ended already"],
  pair_unfit: [
    409,
    "这笔流水和这笔打款对不上：金额不同，或其中一边已经对上",
    "These two do not answer each other: another amount, or one of them is answered already",
  ],
  match_decided: [409, "该匹配已处理", "This match has been decided"],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;
