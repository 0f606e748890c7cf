/** Refusals of tables and entries, of confirmations, and of verified income. */

/** Status and sentences. */
export const entryRefusals = {
  table_unreadable: [
    400,
    "表格无法读取，请上传 CSV 或 Excel（.xlsx）文件",
    "The table cannot be read, please send a CSV or Excel (.xlsx) file",
  ],
  table_too_long: [400, "表格行数过多，请分成几个文件", "Too many rows, please split the file"],
  same_person: [
    409,
    "制单人不能审核自己做的单，请换一位负责人",
    "Whoever prepared it may not approve it, please ask another manager",
  ],
  linkage_unknown: [
    400,
    "本地规则没有这种利益联结",
    "The rules of this place know no such linkage",
  ],
  contract_unknown: [400, "没有这份联结合同，或不在合同期内", "No such contract is in force"],
  period_ahead: [400, "这个月还没有到", "That month has not come yet"],
  entry_exists: [
    409,
    "同样的一笔已经录过；确有两笔请在备注中写明区别",
    "The same entry exists; if there are two, tell them apart in the note",
  ],
  entry_decided: [409, "这一笔已经处理过", "This entry has been decided already"],
  entry_paid: [
    409,
    "钱已打给农户，不能冲回",
    "The money has been paid to the household and is not taken back",
  ],
  code_wrong: [400, "确认码不对", "The code is not right"],
  code_expired: [409, "确认码已过期，请重新获取", "The code has expired, please get a new one"],
  code_used: [409, "确认码已经用过", "The code has been used already"],
  page_used: [409, "这张签字页已经用过", "This signed page has been used already"],
  page_unknown: [400, "请先上传签字页照片", "Please send a photograph of the signed page first"],
  sms_not_configured: [
    409,
    "短信通道尚未开通，请用签字页或明白卡上的确认码",
    "No SMS provider is configured, please use a signed page or the passbook's code",
  ],
  phone_missing: [409, "该户没有登记手机号", "No phone number is kept for this household"],
  nothing_to_confirm: [409, "没有等待确认的打款", "No payment awaits confirmation"],
  dispute_resolved: [409, "该异议已办结", "This dispute has been resolved already"],
  reason_missing: [
    400,
    "与平台数不同，请写明原因",
    "The figure differs from the platform's, please say why",
  ],
  version_changed: [
    409,
    "别人刚刚改过，请刷新后再填",
    "Somebody else has changed this, please load it again",
  ],
  grades_differ: [
    500,
    "实测、核实、估计的数不能相加",
    "Measured, verified and estimated figures are never added together",
  ],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;
